namespace SockJS.Testing.Http;

/// <summary>The server's end of a connection that was upgraded.</summary>
/// <param name="fromClient">What the client sends.</param>
/// <param name="toClient">What the client receives.</param>
/// <param name="pieceSize">Tells how many bytes one read gets at most.</param>
internal sealed class UpgradedStream(ByteQueue fromClient, ByteQueue toClient, Func<int> pieceSize) : AsyncStream
{
    public override bool CanWrite => true;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => fromClient.ReadAsync(buffer[..Math.Min(buffer.Length, pieceSize())], cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => new(toClient.WriteAsync(buffer, cancellationToken));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => toClient.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
}
