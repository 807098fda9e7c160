using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SockJS.Tests.Protocol;

/// <summary>Input for property tests that meets the interesting characters often.</summary>
internal static class Generators
{
    private static readonly Gen<string> s_textPiece = Gen.Frequency(
        (6, Gen.Choose(1, 40).Select(length => new string('x', length))),
        (3, Gen.Choose(0x20, 0x7F).Select(Unit)),
        (2, Gen.Elements("\"", "\\", "/", "<", "%", "\u007F", "\u0080", "\u00FF", "\u07FF", "\u0800")),
        (1, Gen.Choose(0, 0x1F).Select(Unit)),
        (2, Gen.Choose(1, 20).Select(length => new string('ж', length))),
        (2, Gen.Choose(1, 20).Select(length => new string('漢', length))),
        (2, Gen.Choose(0x2000, 0x2070).Select(Unit)),
        (1, Gen.Choose(0xFEF0, 0xFFFF).Select(Unit)),
        (1, Gen.Choose(0x80, 0xFFFF).Select(Unit)),
        (1, Gen.Choose(0xD800, 0xDFFF).Select(Unit)),
        (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)));

    private static readonly Gen<byte[]> s_bytePiece = Gen.OneOf(
        Gen.Choose(0, 255).Select(value => new[] { (byte)value }),
        s_textPiece.Select(piece => Encoding.UTF8.GetBytes(piece)),
        Gen.Elements<byte[]>(
            [0xE2], [0xE2, 0x80], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x81, 0xAF], [0xEF, 0xBF], [0xEF, 0xBF, 0xB0],
            [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80]));

    private static readonly Gen<byte[]> s_jsonPiece = Gen.OneOf(
        Gen.Elements(
            "[", "]", "{", "}", "\"", ",", ":", " ", "\t", "\r\n", "\\", "\\u", "\\ud800", "\\u00e9", "\\n", "\\/", "\\x", "\u000B", "\0",
            "1", "-0.5e3", "01", "true", "null", "nul", "\"a\"", "\"\"", "[]", "{\"a\":1}", "[\"x\",\"y\"]", "\uFEFF", "ж", "漢", "😀")
            .Select(piece => Encoding.UTF8.GetBytes(piece)),
        Gen.Choose(0x80, 0xFF).Select(value => new[] { (byte)value }));

    private static readonly Gen<byte[]> s_messageArray = s_textPiece.ListOf().Select(string.Concat).ListOf()
        .Select(messages => Encoding.UTF8.GetBytes("[" + string.Join(',', messages.Select(NaiveJson.Quote)) + "]"));

    // One changed, added or lost byte leaves most of a payload as it should be, and so reaches far into it.
    private static readonly Gen<byte[]> s_damagedArray =
        from payload in s_messageArray
        from position in Gen.Choose(0, payload.Length - 1)
        from lost in Gen.Choose(0, 1)
        from piece in s_jsonPiece
        select (byte[])[.. payload[..position], .. piece, .. payload[(position + lost)..]];

    /// <summary>Gets any sequence of UTF-16 code units, lone surrogates included.</summary>
    public static Arbitrary<string> Text { get; } = s_textPiece.ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>Gets bytes that are mostly UTF-8.</summary>
    public static Arbitrary<byte[]> Utf8 { get; } = s_bytePiece.ListOf().Select(Concat).ToArbitrary();

    /// <summary>Gets bytes without any sense.</summary>
    public static Arbitrary<byte[]> Bytes { get; } =
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ToArbitrary();

    /// <summary>Gets payloads that are message arrays, or nearly so.</summary>
    public static Arbitrary<byte[]> NearJson { get; } =
        Gen.OneOf(s_messageArray, s_damagedArray, s_jsonPiece.ListOf().Select(Concat)).ToArbitrary();

    public static void Holds<T>(Arbitrary<T> input, Func<T, bool> rule, int tests = 2000) =>
        Prop.ForAll(input, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    private static string Unit(int unit) => ((char)unit).ToString();

    private static byte[] Concat(IEnumerable<byte[]> pieces) => pieces.SelectMany(piece => piece).ToArray();
}
