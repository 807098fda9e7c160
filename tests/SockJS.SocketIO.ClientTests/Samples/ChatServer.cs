using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocketIOChat;

namespace SockJS.SocketIO.ClientTests.Samples;

/// <summary>The chat sample on a Kestrel of its own.</summary>
public sealed class ChatServer : WebApplicationFactory<ChatNamespace>
{
    private readonly ErrorLog _errors = new();

    public ChatServer()
    {
        // Not UseKestrel(0): that would change the port while the program starts on a thread of its own.
        UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    private ISocketIOServer<ChatNamespace> Chat => Services.GetRequiredService<ISocketIOServer<ChatNamespace>>();

    /// <summary>Ends the connection of a visitor, as a network that breaks would.</summary>
    public async Task CutAsync(string name)
    {
        foreach (var socket in await Chat.FetchSocketsAsync())
        {
            if (Visitor.Of(socket).Name == name)
                await socket.Connection.CloseAsync();
        }
    }

    /// <summary>Sends a visitor away.</summary>
    public async Task DismissAsync(string name)
    {
        foreach (var socket in await Chat.FetchSocketsAsync())
        {
            if (Visitor.Of(socket).Name == name)
                await socket.DisconnectAsync(closeConnection: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
        => builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_errors));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
