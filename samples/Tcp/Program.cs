using System.Net;
using Microsoft.AspNetCore.Connections;
using TcpSample;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Room>();
builder.Services.AddSockJS();

// One handler of connections: over TCP, over TLS, and below over every transport of SockJS.
var ports = builder.Configuration.GetSection("Ports");
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, ports.GetValue("Web", 5000));
    kestrel.Listen(IPAddress.Loopback, ports.GetValue("Tcp", 5001), static listen => listen.UseConnectionHandler<LineChat>());
    kestrel.Listen(IPAddress.Loopback, ports.GetValue("Tls", 5002), static listen =>
    {
        listen.UseHttps(DevelopmentCertificate.Create());
        listen.UseConnectionHandler<LineChat>();
    });
});

var app = builder.Build();
app.UsePage();
app.MapSockJSConnectionHandler<LineChat>("/lines");
app.MapSockJSWebSocket("/echo", static (socket, _) => EchoHandler.Echo(socket));
app.MapGet("/members", static (Room room) => room.Names);
app.Run();
