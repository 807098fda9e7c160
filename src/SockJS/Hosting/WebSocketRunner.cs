using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Adapters;
using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Runs a handler that was written for WebSockets.</summary>
internal sealed class WebSocketRunner(
    Func<WebSocket, HttpContext, Task> handler, ByteCodec? codec, AdapterContext context, MessageFormat format, FailureHandler failures) : IConnectionHandler
{
    public bool ReadsItself => false;

    public bool TakesUtf8 => true;

    public async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
    {
        try
        {
            await using var services = new ConnectionServices(context.Scopes);
            using var socket = new SockJSWebSocket(connection, messages, codec, context.MaxFragmentBytes, context.RefuseInput);
            var http = DetachedRequest.Create(connection, services);
            http.Features.Set<IHttpWebSocketFeature>(socket);
            await ConnectionLoop.RunAsync(connection, _ => HandleAsync(connection, socket, http), failures).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A service of its scope could not be disposed.
            failures.HandlerEnded(connection, exception);
        }
    }

    public IPayloadSender CreateSender(SockJSConnection connection) => new ConnectionSender(connection, format);

    private async Task HandleAsync(SockJSConnection connection, SockJSWebSocket socket, HttpContext http)
    {
        try
        {
            await handler(socket, http).ConfigureAwait(false);
        }
        catch (WebSocketException) when (connection.Closed.IsCancellationRequested)
        {
            // It only says so.
        }
    }
}
