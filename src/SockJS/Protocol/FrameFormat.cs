namespace SockJS.Protocol;

/// <summary>How frames look in the body of one kind of HTTP response.</summary>
internal abstract class FrameFormat
{
    public abstract string ContentType { get; }

    /// <summary>Gets what the body begins with. It is written on its own and does not count towards the response limit.</summary>
    public virtual ReadOnlyMemory<byte> Prelude => default;

    public abstract void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame);
}
