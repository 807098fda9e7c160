using System.Buffers;
using System.Text;

namespace SockJS.Adapters;

internal sealed class Latin1Codec : ByteCodec
{
    public override string Problem => "It has a character beyond U+00FF.";

    public override bool TryDecode(ReadOnlySpan<byte> text, IBufferWriter<byte> bytes)
    {
        // No character has more bytes here than there.
        var target = bytes.GetSpan(text.Length);
        var written = 0;
        for (var read = 0; read < text.Length; read++)
        {
            var unit = text[read];
            if (unit >= 0x80)
            {
                // 110000xx 10xxxxxx; the text is valid, so the second byte is there.
                if (unit > 0xC3)
                    return false;
                unit = (byte)((unit << 6) | (text[++read] & 0x3F));
            }

            target[written++] = unit;
        }

        bytes.Advance(written);
        return true;
    }

    public override SockJSMessage Encode(ReadOnlyMemory<byte> bytes, out int consumed)
    {
        consumed = bytes.Length;
        return Encoding.Latin1.GetString(bytes.Span);
    }
}
