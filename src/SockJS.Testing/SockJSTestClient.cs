using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Sessions;
using SockJS.Testing.Links;
using SockJS.Testing.Wire;

namespace SockJS.Testing;

/// <summary>
/// A client of one connection, in the memory of the test. It talks to the server as the official client does, request by request and byte by
/// byte, and is stricter: bytes that the protocol does not know are an exception.
/// </summary>
/// <remarks>
/// One call at a time receives; sends and faults may come from other threads. Each call waits for <see cref="SockJSTestClientOptions.Timeout"/>
/// at most, and its exception tells what was received so far.
/// </remarks>
public sealed partial class SockJSTestClient : IAsyncDisposable
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(1);

    private readonly ClientContext _context;
    private readonly TimeSpan _timeout;
    private readonly Link _link;
    private bool _disposed;

    private SockJSTestClient(TestServer server, string path, SockJSTransports transport, SockJSTestClientOptions options)
    {
        _context = new ClientContext(server, path, transport, options);
        _timeout = options.Timeout;
        _link = transport is SockJSTransports.WebSocket or SockJSTransports.RawWebSocket
            ? new WebSocketLink(_context)
            : new HttpLink(_context, HttpProfile.Of(transport));
    }

    /// <summary>Gets the transport.</summary>
    public SockJSTransports Transport => _context.Transport;

    /// <summary>Gets the session id in the URLs of the client.</summary>
    public string SessionId => _context.SessionId;

    /// <summary>Gets what was received so far, frame by frame as on the wire; of many frames, the last 50.</summary>
    public string Transcript => _context.Inbox.Transcript;

    /// <summary>Ends the connection, as a page that is closed does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _link.DropAsync(new SockJSTestClose(SockJSCloseCodes.Abnormal, "The client was disposed of", WasClean: false)).ConfigureAwait(false);
        _link.Dispose();
    }

    internal static async Task<SockJSTestClient> ConnectAsync(
        TestServer server, string path, SockJSTransports transport, Action<SockJSTestClientOptions>? configure, CancellationToken cancellationToken)
    {
        var options = new SockJSTestClientOptions();
        configure?.Invoke(options);
        var client = new SockJSTestClient(server, path, transport, options);
        try
        {
            await client.ConnectAsync(server.Services, options.RequestInfo, cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Task<bool> ConnectAsync(IServiceProvider services, bool requestInfo, CancellationToken cancellationToken) => WithinAsync(
        "a connection",
        async token =>
        {
            await WaitForSweeperAsync(services, token).ConfigureAwait(false);
            if (requestInfo)
                await CheckInfoAsync(token).ConfigureAwait(false);
            await _link.StartAsync().WaitAsync(token).ConfigureAwait(false);
            // Raw WebSockets have no open frame, and a session that is being closed says so instead.
            if (Transport == SockJSTransports.RawWebSocket)
                _context.Inbox.ThrowIfFailed();
            else
                await _context.Inbox.OpenedAsync(token).ConfigureAwait(false);
        },
        cancellationToken);

    // Time that passes before the library looks at the clock for the first time would pass unnoticed.
    private static async Task WaitForSweeperAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<SessionRegistry>() is null || services.GetService<TimeProvider>() is not ManualTimeProvider clock)
            return;
        while (clock.UntilNextTimer is null)
            await Task.Delay(s_lookEvery, TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckInfoAsync(CancellationToken cancellationToken)
    {
        using var call = _context.Call("GET", $"{_context.Path}/info");
        var http = await _context.AnswerAsync(call, cancellationToken).ConfigureAwait(false);
        if (http.Response.StatusCode != 200)
            throw await call.RefusedAsync(http).ConfigureAwait(false);
        using var info = await JsonDocument.ParseAsync(http.Response.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
        var hasWebSocket = !info.RootElement.TryGetProperty("websocket", out var websocket) || websocket.ValueKind != JsonValueKind.False;
        if (!hasWebSocket && Transport is SockJSTransports.WebSocket)
            throw new SockJSTestException("The answer to /info says that there are no WebSockets");
    }

    private Task<bool> WithinAsync(string expected, Func<CancellationToken, Task> run, CancellationToken cancellationToken) => WithinAsync(
        expected,
        async token =>
        {
            await run(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private async Task<T> WithinAsync<T>(string expected, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_timeout, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await run(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SockJSTestTimeoutException($"Waited {_timeout.TotalSeconds} s for {expected}, in vain. {SoFar()}", exception);
        }
        catch (SockJSTestException exception) when (exception is not SockJSRefusedException)
        {
            throw new SockJSTestException($"{exception.Message}, where {expected} was expected. {SoFar()}", exception);
        }
    }

    private string SoFar() => $"Received so far over {Transport} from {_context.Path}: {Transcript}";

    private Task<ServerFrame> NextAsync(ServerFrameKind kind, string expected, CancellationToken cancellationToken) => WithinAsync(
        expected,
        async token =>
        {
            while (true)
            {
                if (_context.Inbox.TryTake(kind, out var changed) is { } frame)
                    return frame;
                await changed.WaitAsync(token).ConfigureAwait(false);
            }
        },
        cancellationToken);
}
