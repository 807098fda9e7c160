using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SockJS.Adapters;
using Xunit;

namespace SockJS.Tests.Adapters;

public sealed class ByteCodecTests
{
    public static TheoryData<SockJSByteEncoding> OfAnyBytes { get; } = [SockJSByteEncoding.Latin1, SockJSByteEncoding.Base64];

    [Theory]
    [MemberData(nameof(OfAnyBytes))]
    public void Any_bytes_come_back(SockJSByteEncoding encoding)
    {
        var codec = ByteCodec.Of(encoding);
        var bytes = ArbMap.Default.ArbFor<byte[]>().Filter(static bytes => bytes.Length > 0);

        Prop.ForAll(bytes, bytes =>
        {
            var message = codec.Encode(bytes, out var consumed);
            return consumed == bytes.Length && TryDecode(codec, message.ToString()) is { } decoded && decoded.SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Fact]
    public void In_Latin1_a_character_is_a_byte()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(static value => (byte)value)];
        var text = string.Concat(all.Select(static value => (char)value));

        Assert.Equal(text, new Latin1Codec().Encode(all, out _).ToString());
        Assert.Equal(all, TryDecode(new Latin1Codec(), text));
    }

    [Theory]
    [InlineData("a\u0100")]
    [InlineData("\u65e5")]
    [InlineData("\U0001F600")]
    [InlineData("\ufffd")]
    public void In_Latin1_a_character_beyond_255_stands_for_nothing(string text) => Assert.Null(TryDecode(new Latin1Codec(), text));

    [Theory]
    [InlineData("")]
    [InlineData("YQ==", (byte)'a')]
    [InlineData("YWI=", (byte)'a', (byte)'b')]
    [InlineData(" YQ==\n", (byte)'a')]
    public void Base64_is_decoded(string text, params byte[] bytes) => Assert.Equal(bytes, TryDecode(new Base64Codec(), text));

    [Theory]
    [InlineData("Y")]
    [InlineData("YQ")]
    [InlineData("YQ=")]
    [InlineData("Y===")]
    [InlineData("YQ==YQ==")]
    [InlineData("hello, world")]
    [InlineData("-_-_")]
    [InlineData("Y\u00e9==")]
    public void What_is_not_Base64_stands_for_nothing(string text) => Assert.Null(TryDecode(new Base64Codec(), text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\u00e9", 3)]
    [InlineData("\u65e5\u672c", 6)]
    [InlineData("a\U0001F600", 5)]
    public void Utf8_is_cut_before_a_character_that_is_not_complete(string text, int length)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\U0001F600");
        for (var end = length + 1; end < length + 4; end++)
        {
            var message = new Utf8Codec().Encode(bytes.AsMemory(0, end), out var consumed);

            Assert.Equal(length, consumed);
            Assert.Equal(text, message.ToString());
        }
    }

    [Theory]
    [InlineData((byte)0xFF)]
    [InlineData((byte)0x80)]
    [InlineData((byte)0xC0, (byte)0x80)]
    [InlineData((byte)0xE0, (byte)0x80)]
    [InlineData((byte)0xED, (byte)0xA0, (byte)0x80)]
    [InlineData((byte)0xF4, (byte)0x90)]
    [InlineData((byte)0xE6, (byte)'a')]
    [InlineData((byte)'a', (byte)0xFF, (byte)'b')]
    public void Bytes_that_never_become_Utf8_are_refused_as_soon_as_they_are_known(params byte[] bytes)
        => Assert.Throws<InvalidDataException>(() => new Utf8Codec().Encode(bytes, out _));

    [Fact]
    public void There_are_no_other_encodings() => Assert.Throws<ArgumentOutOfRangeException>(static () => ByteCodec.Of((SockJSByteEncoding)3));

    private static byte[]? TryDecode(ByteCodec codec, string text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        if (codec.TryDecode(Encoding.UTF8.GetBytes(text), bytes))
            return bytes.WrittenSpan.ToArray();
        Assert.Equal(0, bytes.WrittenCount);
        return null;
    }
}
