using SockJS.Protocol.WebSockets;

namespace SockJS.Transports.WebSockets;

/// <summary>Waits for the client's answer to a close frame that the server sent first, and lets go of everything before it.</summary>
internal sealed class WebSocketClosingHandshake(WebSocketBuffer buffer)
{
    private long _skip;

    /// <summary>Reads on until the client answers or breaks off.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (!FindCloseFrame())
            {
                if (!await buffer.FillAsync().ConfigureAwait(false))
                    return;
            }
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            // As good an end as any.
        }
    }

    private bool FindCloseFrame()
    {
        while (true)
        {
            var skipped = (int)Math.Min(_skip, buffer.Data.Length);
            buffer.Consume(skipped);
            _skip -= skipped;
            if (_skip > 0)
                return false;
            switch (WebSocketFrameHeader.TryRead(buffer.Data.Span, out var header))
            {
                case WebSocketHeaderStatus.NeedMore:
                    return false;
                case WebSocketHeaderStatus.Invalid:
                    // Frames cannot be told apart any more, so that only the end of the connection counts.
                    _skip = long.MaxValue;
                    break;
                case WebSocketHeaderStatus.Ok when header.Opcode == WebSocketOpcode.Close:
                    return true;
                default:
                    _skip = header.HeaderLength;
                    _skip += Math.Min(header.PayloadLength, long.MaxValue - _skip);
                    break;
            }
        }
    }
}
