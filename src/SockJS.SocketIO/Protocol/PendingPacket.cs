namespace SockJS.SocketIO.Protocol;

/// <summary>A packet whose attachments have not all come yet.</summary>
/// <param name="text">The packet itself, without the digit of Engine.IO.</param>
/// <param name="count">How many attachments it announces; at least one.</param>
/// <param name="maxBytes">How many bytes the packet and its attachments may have in all.</param>
internal sealed class PendingPacket(ReadOnlySpan<byte> text, int count, long maxBytes)
{
    private readonly byte[] _text = text.ToArray();
    private readonly ReadOnlyMemory<byte>[] _attachments = new ReadOnlyMemory<byte>[count];
    private int _received;
    private long _bytes = text.Length;

    /// <summary>Gets a value indicating whether all attachments have come.</summary>
    public bool IsComplete => _received == _attachments.Length;

    public ReadOnlySpan<byte> Text => _text;

    public ReadOnlyMemory<byte> Memory => _text;

    /// <summary>Gets the attachments, in the order in which they came.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Attachments => _attachments;

    /// <summary>Adds the next attachment, a copy of it.</summary>
    /// <returns><see langword="false"/> where none is missing, or the packet becomes too large.</returns>
    public bool TryAdd(ReadOnlySpan<byte> attachment)
    {
        _bytes += attachment.Length;
        if (IsComplete || _bytes > maxBytes)
            return false;
        _attachments[_received++] = attachment.ToArray();
        return true;
    }
}
