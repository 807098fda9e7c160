var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSockJS();
var app = builder.Build();
app.MapSockJSEndpoints();          // generated: every annotated class of this assembly
app.Run();

[SockJSEndpoint("/echo")]
public sealed partial class Echo
{
    [OnMessage] public string OnMessage(string message) => message;   // a returned value is sent back
}
