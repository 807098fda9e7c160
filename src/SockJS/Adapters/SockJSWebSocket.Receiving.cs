using System.Buffers;
using System.Net.WebSockets;

namespace SockJS.Adapters;

// How messages are received: as much of one as the buffer takes, then more of it. The end of the connection, whatever it was, is the
// message of type Close.
internal sealed partial class SockJSWebSocket
{
    private SockJSMessage _message;
    private ArrayBufferWriter<byte>? _decoded;
    private int _position;
    private bool _hasMessage;
    private int _receiving;

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        return result.MessageType == WebSocketMessageType.Close
            ? new WebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true, CloseStatus, CloseStatusDescription)
            : new WebSocketReceiveResult(result.Count, result.MessageType, result.EndOfMessage);
    }

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ThrowIfNot(!_aborted && !_closeReceived);
        if (Interlocked.Exchange(ref _receiving, 1) != 0)
            throw new InvalidOperationException("A WebSocket has one receive at a time.");
        try
        {
            if (_hasMessage || await TryTakeMessageAsync(cancellationToken).ConfigureAwait(false))
                return TakePart(buffer.Span);
            _closeReceived = true;
            return new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true);
        }
        catch (OperationCanceledException)
        {
            Abort();
            throw;
        }
        finally
        {
            Volatile.Write(ref _receiving, 0);
        }
    }

    private async ValueTask<bool> TryTakeMessageAsync(CancellationToken cancellationToken)
    {
        while (await messages.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (messages.TryRead(out _message))
                return codec is null || TryDecode(codec);
        }

        return false;
    }

    private bool TryDecode(ByteCodec codec)
    {
        var text = _message.Utf8;
        _decoded = new ArrayBufferWriter<byte>(Math.Max(1, text.Length));
        var isDecoded = codec.TryDecode(text, _decoded);
        _message.Release();
        if (!isDecoded)
            refuseInput(connection, codec.Problem);
        return isDecoded;
    }

    private ValueWebSocketReceiveResult TakePart(Span<byte> buffer)
    {
        var rest = (_decoded is null ? _message.Utf8 : _decoded.WrittenSpan)[_position..];
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        _hasMessage = count < rest.Length;
        if (!_hasMessage)
            Forget();
        return new ValueWebSocketReceiveResult(count, codec is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary, !_hasMessage);
    }

    private void Forget()
    {
        if (_decoded is null)
            _message.Release();
        (_message, _decoded, _position) = (default, null, 0);
    }
}
