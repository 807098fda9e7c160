using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SockJS.Adapters;

internal sealed class Utf8Codec : ByteCodec
{
    public override string Problem => "It is not UTF-8.";

    public override bool TryDecode(ReadOnlySpan<byte> text, IBufferWriter<byte> bytes)
    {
        bytes.Write(text);
        return true;
    }

    public override SockJSMessage Encode(ReadOnlyMemory<byte> bytes, out int consumed)
    {
        consumed = bytes.Length;
        if (Rune.DecodeLastFromUtf8(bytes.Span, out _, out var length) == OperationStatus.NeedMoreData)
            consumed -= length;
        if (!Utf8.IsValid(bytes.Span[..consumed]))
            throw new InvalidDataException("The handler sent bytes that are not UTF-8. Bytes of any kind need another encoding: Latin1 or Base64.");
        return SockJSMessage.FromUtf8(bytes[..consumed]);
    }
}
