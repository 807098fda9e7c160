using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class AllocationTests
{
    private const string Message = "{\"text\":\"a message like many, with an é, a 😀 and a line\nbreak\",\"ids\":[\"a\",\"b\",\"c\"]}";

    private static readonly byte[] s_payload = Written.Bytes((ref PooledBuffer destination) =>
    {
        destination.Append((byte)'[');
        JsonText.Append(ref destination, Message);
        destination.Append((byte)']');
    });

    private readonly byte[] _decoded = new byte[s_payload.Length];
    private readonly HtmlFileFormat _htmlFile = new("callback");
    private readonly JsonpFormat _jsonp = new("callback");

    [Fact]
    public void A_message_crosses_the_protocol_without_garbage()
    {
        RunOnce();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            RunOnce();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void RunOnce()
    {
        MessageArray.Validate(s_payload, allowBareString: true, out _);
        var position = 0;
        while (MessageArray.TryReadNext(s_payload, ref position, out var content))
            JsonText.DecodeUtf8(content, _decoded);

        var buffer = default(PooledBuffer);
        JsonText.Append(ref buffer, Message);
        JsonText.AppendUtf8(ref buffer, _decoded);
        CloseFrame.Append(ref buffer, 3000, "Go away!");
        XhrFormat.Polling.Append(ref buffer, s_payload);
        EventSourceFormat.Instance.Append(ref buffer, s_payload);
        _htmlFile.Append(ref buffer, s_payload);
        _jsonp.Append(ref buffer, s_payload);
        WebSocketFrameWriter.AppendTextFrame(ref buffer, Message);
        WebSocketFrameWriter.AppendCloseFrame(ref buffer, 3000, "Go away!");
        WebSocketMask.Apply(_decoded, 0x3D21FA37);
        buffer.Free();
    }
}
