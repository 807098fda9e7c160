using Microsoft.AspNetCore.Http;
using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>What both WebSocket transports do: shake hands, attach a sink for the whole session, read until the end, and close in order.</summary>
internal static class WebSocketConversation
{
    public static async Task RunAsync(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        if (WebSocketUpgrade.FindError(http) is { } error)
        {
            FallbackWatch.SocketFailed(http, sessions, transport, FallbackCause.UpgradeRefused);
            http.Response.Headers.SecWebSocketVersion = "13";
            await ProtocolError.WriteAsync(http.Response, StatusCodes.Status400BadRequest, error).ConfigureAwait(false);
            return;
        }

        var (session, refusal) = await SessionAccess.OpenAsync(http, sessions, transport).ConfigureAwait(false);
        if (refusal is { } frame)
            await WebSocketRefusal.RunAsync(http, frame, transport, sessions.Context.Time).ConfigureAwait(false);
        if (session is null)
            return;
        var stream = await WebSocketUpgrade.AcceptAsync(http).ConfigureAwait(false);
        await using var sink = new WebSocketSink(http, session, stream, transport, sessions.Context.Time);
        using var buffer = new WebSocketBuffer(stream);
        var reader = new SockJSWebSocketReader(buffer, (SockJSSession)session, sink, SockJSSessionContext.OptionsOf(sessions).MaxMessageSize, raw: transport == SockJSTransports.RawWebSocket);
        if (session.Attach(sink, http.User, out _) != AttachResult.Attached)
        {
            // The handshake took longer than a session lives without a receiver.
            sink.Abort();
            return;
        }

        await ConverseAsync(http, session, sink, buffer, reader, sessions.Context).ConfigureAwait(false);
        if (!reader.HasRead && !sink.CloseSent)
            FallbackWatch.SocketFailed(http, sessions, transport, FallbackCause.SocketLost);
    }

    /// <summary>Reads from a socket whose sink is attached, until the end, and closes in order.</summary>
    public static async Task ConverseAsync(
        HttpContext http, Session session, WebSocketSink sink, WebSocketBuffer buffer, WebSocketReader reader, SessionContext context)
    {
        // While the handler has to catch up the socket is not read, and only this tells that the client is gone.
        using var aborted = http.RequestAborted.UnsafeRegister(static state => ((WebSocketSink)state!).Lose(), sink);
        try
        {
            await reader.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            session.Lost(sink);
        }

        await LetGoAsync(sink, context).ConfigureAwait(false);
        if (reader.CloseCode != 0 && !sink.CloseSent && await TryCloseAsync(sink, reader).ConfigureAwait(false) && !reader.ClosedByClient)
            await new WebSocketClosingHandshake(buffer).RunAsync().ConfigureAwait(false);
    }

    // A write to a client that reads no more would hold the socket for ever.
    private static async Task LetGoAsync(WebSocketSink sink, SessionContext context)
    {
        if (!sink.Ended.IsCompleted)
            await Task.WhenAny(sink.Ended, Task.Delay(context.Options.SendTimeout, context.Time)).ConfigureAwait(false);
        if (!sink.Ended.IsCompleted)
            sink.Abort();
        await sink.Ended.ConfigureAwait(false);
    }

    private static async Task<bool> TryCloseAsync(WebSocketSink sink, WebSocketReader reader)
    {
        try
        {
            await sink.CloseAsync(reader.CloseCode, reader.CloseReason).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            // The client did not wait for it.
            return false;
        }
    }
}
