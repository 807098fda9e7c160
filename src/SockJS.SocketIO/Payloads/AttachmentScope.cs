namespace SockJS.SocketIO.Payloads;

/// <summary>
/// The attachments of the packet whose JSON this thread reads or writes at present. Converters have no other way to know of them, and
/// neither reading nor writing ever waits for anything.
/// </summary>
internal readonly ref struct AttachmentScope
{
    [ThreadStatic]
    private static IReadOnlyList<ReadOnlyMemory<byte>>? s_readable;

    [ThreadStatic]
    private static List<ReadOnlyMemory<byte>>? s_writable;

    private readonly IReadOnlyList<ReadOnlyMemory<byte>>? _outerReadable;
    private readonly List<ReadOnlyMemory<byte>>? _outerWritable;

    private AttachmentScope(IReadOnlyList<ReadOnlyMemory<byte>>? readable, List<ReadOnlyMemory<byte>>? writable)
    {
        (_outerReadable, _outerWritable) = (s_readable, s_writable);
        (s_readable, s_writable) = (readable, writable);
    }

    /// <summary>Gets the attachments of the packet that is read; <see langword="null"/> where it has none.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Readable => s_readable;

    /// <summary>Gets where the binary values go of the packet that is written; <see langword="null"/> outside of one.</summary>
    public static List<ReadOnlyMemory<byte>>? Writable => s_writable;

    public static AttachmentScope Reading(IReadOnlyList<ReadOnlyMemory<byte>>? attachments) => new(attachments, writable: null);

    public static AttachmentScope Writing(List<ReadOnlyMemory<byte>> attachments) => new(readable: null, attachments);

    public void Dispose() => (s_readable, s_writable) = (_outerReadable, _outerWritable);
}
