namespace SockJS.Payloads;

/// <summary>What a handler is to be given, still as text.</summary>
/// <param name="utf8">The text.</param>
/// <param name="isMessage">Whether it is a whole message, which need not be JSON, and not a value in an envelope.</param>
internal readonly ref struct Payload(ReadOnlySpan<byte> utf8, bool isMessage)
{
    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    public bool IsMessage => isMessage;

    /// <summary>Gets a value indicating whether the envelope had no payload.</summary>
    public bool IsAbsent => Utf8.IsEmpty && !isMessage;

    public bool IsNull => !isMessage && Utf8.SequenceEqual("null"u8);
}
