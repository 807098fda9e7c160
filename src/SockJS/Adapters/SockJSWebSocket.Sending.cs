using System.Buffers;
using System.Net.WebSockets;

namespace SockJS.Adapters;

// How messages are sent: whole, so those that come in fragments are put together first.
internal sealed partial class SockJSWebSocket
{
    private ArrayBufferWriter<byte>? _fragments;

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        => SendAsync(buffer.AsMemory(), messageType, endOfMessage, cancellationToken).AsTask();

    public override async ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        ThrowIfNot(!_aborted && !_closeSent);
        Check(messageType);
        if (!endOfMessage || _fragments is not null)
            AddFragment(buffer.Span);
        if (!endOfMessage)
            return;
        var message = _fragments?.WrittenMemory ?? buffer;
        _fragments = null;
        try
        {
            await connection.SendAsync(Encode(message), cancellationToken).ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException exception)
        {
            _sendFailed = true;
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, exception);
        }
        catch (OperationCanceledException)
        {
            // Nobody knows whether such a message was sent, so a WebSocket does not go on.
            Abort();
            throw;
        }
    }

    private void Check(WebSocketMessageType messageType)
    {
        if (messageType is not (WebSocketMessageType.Text or WebSocketMessageType.Binary))
            throw new ArgumentException("A message is text or binary; CloseAsync closes.", nameof(messageType));
        if (messageType == WebSocketMessageType.Binary && codec is null)
            throw new NotSupportedException("The messages of SockJS are text. Map the endpoint with an encoding to carry binary messages.");
    }

    private void AddFragment(ReadOnlySpan<byte> fragment)
    {
        _fragments ??= new ArrayBufferWriter<byte>();
        if (fragment.Length > maxFragmentBytes - _fragments.WrittenCount)
            throw new InvalidOperationException($"A message in fragments has at most {maxFragmentBytes} bytes, which is the option SendBufferBytes.");
        _fragments.Write(fragment);
    }

    private SockJSMessage Encode(ReadOnlyMemory<byte> message)
    {
        if (codec is null || message.IsEmpty)
            return SockJSMessage.FromUtf8(message);
        var encoded = codec.Encode(message, out var consumed);
        return consumed == message.Length ? encoded : throw new InvalidDataException("The message ends within a character of UTF-8.");
    }
}
