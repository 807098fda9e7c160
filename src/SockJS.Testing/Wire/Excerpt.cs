using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>Shows what was received, shortened, in the messages of exceptions.</summary>
internal static class Excerpt
{
    private const int MaxLength = 200;

    public static string Of(string text)
        => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}… ({text.Length} characters)";

    public static string Of(ReadOnlySpan<byte> bytes) => Of(JsonText.Quote(Encoding.Latin1.GetString(bytes)));
}
