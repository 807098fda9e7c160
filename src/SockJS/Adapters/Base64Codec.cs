using System.Buffers;
using System.Buffers.Text;

namespace SockJS.Adapters;

internal sealed class Base64Codec : ByteCodec
{
    public override string Problem => "It is not Base64.";

    public override bool TryDecode(ReadOnlySpan<byte> text, IBufferWriter<byte> bytes)
    {
        var target = bytes.GetSpan(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        if (Base64.DecodeFromUtf8(text, target, out _, out var written) != OperationStatus.Done)
            return false;
        bytes.Advance(written);
        return true;
    }

    public override SockJSMessage Encode(ReadOnlyMemory<byte> bytes, out int consumed)
    {
        consumed = bytes.Length;
        return Convert.ToBase64String(bytes.Span);
    }
}
