using System.Buffers.Binary;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.Conformance.Support;
using SockJS.SocketIO;
using SockJS.SocketIO.Hosting;

namespace SockJS.SoakTests.SocketIO;

/// <summary>A server with two endpoints of Socket.IO: one whose clients may come back as who they were, and one where they may not.</summary>
internal sealed class RoomServer : IAsyncDisposable
{
    public const string Hall = "hall";
    public const string Forgetful = "org-";
    public const string Mindful = "team-";

    private const string Book = "account";
    private const string Questions = "questions";
    private const int OneInSoMany = 4;

    private readonly WebApplication _app;
    private readonly LogCollector _logs = new();
    private int _unanswered;
    private volatile Exception? _failure;

    /// <param name="maxChildren">How many namespaces of each pattern there may be at a time.</param>
    public RoomServer(int maxChildren)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(_logs);
        builder.Services.AddSocketIO(options =>
        {
            options.PingInterval = TimeSpan.FromSeconds(1);
            options.PingTimeout = TimeSpan.FromSeconds(10);
            options.MaxChildNamespaces = maxChildren;
        });
        _app = builder.Build();
        _app.MapSocketIO("/forgetful", io => io.Namespace($"/{Forgetful}{{id}}", Map));
        _app.MapSocketIO("/mindful", io => io.Namespace($"/{Mindful}{{id}}", Map), static options =>
        {
            options.Recovery.Enabled = true;
            options.Recovery.MaxDisconnection = TimeSpan.FromSeconds(2);
        });
        _app.Start();
    }

    public Ledger Ledger { get; } = new();

    /// <summary>Gets the number of questions that no client has answered yet, and none has left unanswered.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Gets the number of sessions.</summary>
    public int Sessions => _app.Services.GetRequiredService<ISockJSSessionManagers>().All.Sum(static manager => manager.Count);

    public Uri UrlOf(string path) => new($"{_app.Urls.Single()}/{path}/");

    /// <summary>Returns the sockets of all namespaces of a pattern.</summary>
    public ISocketIOClients Of(string prefix) => _app.Services.GetRequiredService<ISocketIOServer>().Of($"/{prefix}{{id}}");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _logs.AssertNoErrors();
        Assert.Null(_failure);
        _logs.Dispose();
    }

    private void Map(SocketIONamespaceBuilder rooms) => rooms
        .OnConnect(socket =>
        {
            socket.Data[Book] = Ledger.Of(socket.Handshake.Auth.GetProperty(Book).GetString()!);
            socket.Data[Questions] = 0;
            return socket.JoinAsync(Hall);
        })
        .On("order", async (socket, arguments, ack) =>
        {
            var number = arguments.Get<int>(1);
            await TakeAsync(socket, number);
            await ack.SendAsync(number);
        })
        .On("bytes", async (socket, arguments, ack) =>
        {
            var bytes = arguments.GetBinary(1);
            await TakeAsync(socket, BinaryPrimitives.ReadInt32BigEndian(bytes.Span));
            await ack.SendAsync(bytes);
        })
        .OnDisconnect((socket, _) =>
        {
            ((Account)socket.Data[Book]!).Close();
            return default;
        });

    private async ValueTask TakeAsync(SocketIOSocket socket, int number)
    {
        // Some take a while, so that those behind them wait in a queue when their client drops out.
        if (number % OneInSoMany == 0)
            await Task.Delay(5);
        ((Account)socket.Data[Book]!).Take(number);
        if (number % OneInSoMany == 1)
            _ = AskAsync(socket);
    }

    private async Task AskAsync(SocketIOSocket socket)
    {
        var number = (int)socket.Data[Questions]! + 1;
        socket.Data[Questions] = number;
        Interlocked.Increment(ref _unanswered);
        try
        {
            if (await socket.EmitWithAckAsync<int>("ask", number) != number)
                throw new InvalidDataException("The answer belongs to another question.");
        }
        catch (SocketIODisconnectedException)
        {
            // The client has dropped out.
        }
        catch (Exception exception)
        {
            _failure ??= exception;
        }
        finally
        {
            Interlocked.Decrement(ref _unanswered);
        }
    }
}
