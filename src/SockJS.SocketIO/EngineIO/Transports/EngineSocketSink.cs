using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.Transports.WebSockets;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The sending half of a WebSocket: packets wait as the frames that go out.</summary>
/// <param name="http">The request that became the socket.</param>
/// <param name="session">Its session.</param>
/// <param name="stream">The bytes of the socket.</param>
/// <param name="time">The clock.</param>
/// <param name="wantsBase64">Whether the client wants no bytes.</param>
internal sealed class EngineSocketSink(HttpContext http, EngineSession session, Stream stream, TimeProvider time, bool wantsBase64)
    : WebSocketSink(http, session, stream, SockJSTransports.WebSocket, time)
{
    private static readonly byte[] s_probed = [0x81, 6, (byte)PacketType.Pong, .. "probe"u8];

    /// <summary>Answers the probe of a client, before the session knows the socket.</summary>
    public async ValueTask AnswerProbeAsync() => await WriteAsync(s_probed).ConfigureAwait(false);

    public override ValueTask<bool> WriteAsync(Frame frame) => frame.Kind switch
    {
        FrameKind.Close => EndAsync(frame.CloseCode),
        FrameKind.Control => WritePongAsync(),
        FrameKind.Messages when wantsBase64 => WriteTextAsync(frame),
        _ => WriteAsync(frame.Array.AsMemory(frame.Start, frame.Length)),
    };

    // No packet says so as well: clients go by the close frame.
    private async ValueTask<bool> EndAsync(int code)
    {
        await CloseAsync(code, "").ConfigureAwait(false);
        return false;
    }

    private async ValueTask<bool> WriteTextAsync(Frame frame)
    {
        var output = default(PooledBuffer);
        try
        {
            AppendAsText(ref output, frame.Bytes);
            return await WriteAsync(output.WrittenMemory).ConfigureAwait(false);
        }
        finally
        {
            output.Free();
        }
    }

    private static void AppendAsText(ref PooledBuffer output, ReadOnlySpan<byte> frames)
    {
        while (!frames.IsEmpty)
        {
            var packet = ReadyFrame.Read(ref frames, out var opcode);
            var text = default(PooledBuffer);
            if (opcode == WebSocketOpcode.Binary)
                PayloadWriter.AppendBinary(ref text, packet);
            else
                text.Append(packet);
            WebSocketFrameWriter.AppendFrame(ref output, WebSocketOpcode.Text, text.WrittenSpan);
            text.Free();
        }
    }
}
