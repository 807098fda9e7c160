using System.Text;
using SockJS.Testing.Http;
using SockJS.Testing.Wire;

namespace SockJS.Testing.Links;

/// <summary>Both WebSocket transports, over a connection that is none but in memory.</summary>
internal sealed class WebSocketLink(ClientContext context) : Link(context)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ByteQueue _toServer = new();
    private ByteQueue _toClient = new();
    private bool _closeSent;

    private bool IsRaw => Context.Transport == SockJSTransports.RawWebSocket;

    public override async Task SendAsync(IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        if (!IsRaw)
        {
            await SendFrameAsync(JsonText.ArrayOf(messages), cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var message in messages)
            await SendFrameAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public override Task SendFrameAsync(string frame, CancellationToken cancellationToken) => SendRawAsync(SocketFrame.Text(frame), cancellationToken);

    public override Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _toServer.WriteAsync(bytes, cancellationToken);

    public override async Task AbortSendAsync(string message, int length, CancellationToken cancellationToken)
    {
        var frame = SocketFrame.Text(IsRaw ? message : JsonText.ArrayOf([message]));
        await SendRawAsync(frame.AsMemory(0, Math.Min(length, frame.Length)), cancellationToken).ConfigureAwait(false);
        await _toServer.DrainAsync(cancellationToken).ConfigureAwait(false);
        await DropAsync(new SockJSTestClose(SockJSCloseCodes.Abnormal, "The test broke the connection off", WasClean: false)).ConfigureAwait(false);
    }

    public override async Task CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        Context.Reads.Open();
        await CloseOutputAsync(code, reason, cancellationToken).ConfigureAwait(false);
        await ReceivedAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ReceiveAsync(TaskCompletionSource ready, CancellationToken dropped)
    {
        (_toServer, _toClient, _closeSent) = (new ByteQueue(), new ByteQueue(), false);
        var handshake = new SocketHandshake(_toServer, _toClient, () => Context.PieceSize);
        using var call = Context.Call("GET", IsRaw ? $"{Context.Path}/websocket" : Context.SessionUrl("websocket"), prepare: handshake.Prepare);
        try
        {
            await Task.WhenAny(call.Answer, handshake.Upgraded).WaitAsync(dropped).ConfigureAwait(false);
            if (!handshake.Upgraded.IsCompleted)
                throw await call.RefusedAsync(await Context.AnswerAsync(call, dropped).ConfigureAwait(false)).ConfigureAwait(false);
            handshake.Check(await handshake.Upgraded.ConfigureAwait(false));
            // The end of the request is the end of the connection.
            var (toServer, toClient) = (_toServer, _toClient);
            _ = call.Answer.ContinueWith(_ => End(toServer, toClient), dropped, TaskContinuationOptions.None, TaskScheduler.Default);
            // Before it has a receiver, a session would not outlive the time that a test lets pass; nothing that is sent tells of raw WebSockets.
            await toServer.AwaitedAsync(dropped).ConfigureAwait(false);
            ready.TrySetResult();
            await ReadAsync(dropped).ConfigureAwait(false);
        }
        finally
        {
            _toServer.Complete();
        }
    }

    private static void End(ByteQueue toServer, ByteQueue toClient)
    {
        toServer.Complete();
        toClient.Complete();
    }

    private async Task ReadAsync(CancellationToken dropped)
    {
        var buffer = new byte[4096];
        var end = 0;
        int length;
        while ((length = await _toClient.ReadAsync(buffer.AsMemory(end), dropped).ConfigureAwait(false)) > 0)
        {
            await Context.Reads.PassAsync(dropped).ConfigureAwait(false);
            end += length;
            var start = 0;
            while (TryRead(buffer.AsSpan(start, end - start), out var frame) is > 0 and var taken)
            {
                start += taken;
                await HandleAsync(frame, dropped).ConfigureAwait(false);
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            if (end == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
        }

        Context.Inbox.End(new SockJSTestClose(SockJSCloseCodes.Abnormal, "Connection lost", WasClean: false));
    }

    private static int TryRead(ReadOnlySpan<byte> bytes, out SocketFrame frame)
    {
        try
        {
            return SocketFrame.TryRead(bytes, out frame);
        }
        catch (FormatException exception)
        {
            throw new SockJSTestException($"The server broke the rules of WebSocket: {Excerpt.Of(bytes)} {exception.Message}", exception);
        }
    }

    private async Task HandleAsync(SocketFrame frame, CancellationToken dropped)
    {
        switch (frame.Opcode)
        {
            case SocketOpcode.Text:
                Take(TextOf(frame));
                break;
            case SocketOpcode.Ping:
                if (Context.AnswersPings)
                    await AnswerAsync(frame, dropped).ConfigureAwait(false);
                if (IsRaw)
                    Context.Inbox.Add(new ServerFrame(ServerFrameKind.Heartbeat), "ping");
                break;
            case SocketOpcode.Close:
                var (code, reason) = frame.ReadClose();
                Context.Inbox.End(new SockJSTestClose(code, reason, WasClean: true));
                if (!_closeSent)
                    await TrySendAsync(SocketFrame.Write(SocketOpcode.Close, frame.Payload.Span), dropped).ConfigureAwait(false);
                _closeSent = true;
                _toServer.Complete();
                break;
        }
    }

    // A test that has seen the ping and moves its clock on must not overtake the pong. A server that is busy may take its time.
    private async Task AnswerAsync(SocketFrame ping, CancellationToken dropped)
    {
        if (await TrySendAsync(SocketFrame.Write(SocketOpcode.Pong, ping.Payload.Span), dropped).ConfigureAwait(false))
            await _toServer.SettleAsync(dropped).ConfigureAwait(false);
    }

    private static string TextOf(SocketFrame frame)
    {
        try
        {
            return s_utf8.GetString(frame.Payload.Span);
        }
        catch (DecoderFallbackException exception)
        {
            throw new SockJSTestException($"A WebSocket message is not UTF-8: {Excerpt.Of(frame.Payload.Span)}", exception);
        }
    }

    private void Take(string text)
    {
        if (IsRaw)
            Context.Inbox.Add(new ServerFrame(ServerFrameKind.Message, text), JsonText.Quote(text));
        else
            Context.Inbox.Add(text);
    }

    private async Task CloseOutputAsync(int code, string reason, CancellationToken cancellationToken)
    {
        _closeSent = true;
        await TrySendAsync(SocketFrame.Close(code, reason), cancellationToken).ConfigureAwait(false);
    }

    // The server may have gone meanwhile, which reading tells. Says whether it was waiting.
    private async Task<bool> TrySendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        try
        {
            return await _toServer.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
