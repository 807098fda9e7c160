using System.Net;
using ChatSample;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Samples;

/// <summary>The chat sample on a Kestrel of its own.</summary>
public sealed class ChatServer : WebApplicationFactory<Chat>
{
    private readonly ErrorLog _errors = new();

    public ChatServer()
    {
        // Not UseKestrel(0): that would change the port while the program starts on a thread of its own.
        UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Ends all connections, as a network that breaks would.</summary>
    public Task CloseAllAsync() => Services.GetRequiredService<ISockJSClients<Chat>>().All.CloseAsync(3000, "Come again").AsTask();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_errors));
        // The loading of a script cannot be stopped: with jsonp the server learns that a visitor has left when the poll ends.
        builder.ConfigureServices(services => services.Configure<SockJSOptions>(options =>
        {
            options.HeartbeatInterval = TimeSpan.FromSeconds(2);
            options.DisconnectDelay = TimeSpan.FromSeconds(1);
        }));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
