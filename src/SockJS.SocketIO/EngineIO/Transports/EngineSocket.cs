using Microsoft.AspNetCore.Http;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.Transports.WebSockets;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>A WebSocket: that of a new session, or one that a session would move to.</summary>
internal static class EngineSocket
{
    /// <summary>Carries a session that was opened for it.</summary>
    public static async Task RunAsync(HttpContext http, EngineSession session, EngineSessionContext context, bool wantsBase64)
    {
        var stream = await WebSocketUpgrade.AcceptAsync(http).ConfigureAwait(false);
        await using var sink = new EngineSocketSink(http, session, stream, context.Time, wantsBase64);
        using var buffer = new WebSocketBuffer(stream);
        if (session.Attach(sink, http.User, out _) == AttachResult.Attached)
            await CarryAsync(http, session, context, sink, buffer).ConfigureAwait(false);
        else
            sink.Abort();
    }

    /// <summary>Lets a session move to the socket, where it may.</summary>
    public static async Task UpgradeAsync(HttpContext http, EngineSession session, EngineSessionContext context, bool wantsBase64)
    {
        var stream = await WebSocketUpgrade.AcceptAsync(http).ConfigureAwait(false);
        await using var sink = new EngineSocketSink(http, session, stream, context.Time, wantsBase64);
        using var buffer = new WebSocketBuffer(stream);
        if (!session.TryBeginUpgrade(sink))
        {
            await CloseAsync(sink, buffer).ConfigureAwait(false);
            return;
        }

        if (await ProbeAsync(session, context, sink, buffer).ConfigureAwait(false) && await session.UpgradeAsync(sink, http.User).ConfigureAwait(false))
        {
            await CarryAsync(http, session, context, sink, buffer).ConfigureAwait(false);
            return;
        }

        session.EndUpgrade(sink);
        await CloseAsync(sink, buffer).ConfigureAwait(false);
    }

    private static Task CarryAsync(HttpContext http, EngineSession session, EngineSessionContext context, EngineSocketSink sink, WebSocketBuffer buffer)
    {
        var reader = new EngineSocketReader(buffer, session, sink, context.Options.MaxPayload);
        return WebSocketConversation.ConverseAsync(http, session, sink, buffer, reader, context);
    }

    private static async Task<bool> ProbeAsync(EngineSession session, EngineSessionContext context, EngineSocketSink sink, WebSocketBuffer buffer)
    {
        var reader = new ProbeReader(buffer, session, sink, context.Options.MaxPayload);
        await using var timer = context.Time.CreateTimer(
            static sink => ((EngineSocketSink)sink!).Abort(), sink, context.Options.UpgradeTimeout, Timeout.InfiniteTimeSpan);
        await reader.RunAsync().ConfigureAwait(false);
        try
        {
            await reader.Answer.ConfigureAwait(false);
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            return false;
        }

        return reader.Upgraded;
    }

    private static async Task CloseAsync(EngineSocketSink sink, WebSocketBuffer buffer)
    {
        try
        {
            await sink.CloseAsync(SockJSCloseCodes.Normal, "").ConfigureAwait(false);
            await new WebSocketClosingHandshake(buffer).RunAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            // The client did not wait for it.
        }
    }
}
