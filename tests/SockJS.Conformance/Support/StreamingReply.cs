namespace SockJS.Conformance.Support;

/// <summary>A streaming answer on a connection of its own, which a test can end or cut.</summary>
public sealed class StreamingReply(HttpConnection connection, HttpReply reply)
{
    public HttpReply Reply { get; } = reply;

    /// <summary>Reads the next chunk; <see langword="null"/> for the one that ends the body.</summary>
    public Task<string?> ReadAsync() => Reply.ReadChunkAsync();

    public Task<bool> IsSilentAsync(TimeSpan time) => connection.Wire.IsSilentAsync(time);

    public ValueTask CloseAsync() => connection.Wire.DisposeAsync();

    public void Reset() => connection.Wire.Reset();
}
