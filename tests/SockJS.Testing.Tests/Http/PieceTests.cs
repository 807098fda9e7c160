using SockJS.Testing.Http;

namespace SockJS.Testing.Tests.Http;

/// <summary>How much of what the client sends the server gets at once.</summary>
public sealed class PieceTests
{
    [Fact]
    public async Task A_socket_is_read_in_pieces()
    {
        var queue = new ByteQueue();
        await queue.WriteAsync(new byte[] { 1, 2, 3, 4, 5 }, CancellationToken.None);
        await using var stream = new UpgradedStream(queue, new ByteQueue(), static () => 2);

        Assert.Equal([[1, 2], [3, 4], [5]], [await ReadAsync(stream), await ReadAsync(stream), await ReadAsync(stream)]);
    }

    [Fact]
    public async Task A_body_is_read_in_pieces_to_its_end()
    {
        await using var body = new PostedBody(new byte[] { 1, 2, 3 }, isWhole: true, pieceSize: 2);

        Assert.Equal([[1, 2], [3], []], [await ReadAsync(body), await ReadAsync(body), await ReadAsync(body)]);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_shorter_body()
    {
        await using var body = new PostedBody(new byte[] { 1 }, isWhole: false, pieceSize: 2);
        Assert.Equal([1], await ReadAsync(body));
        var reading = ReadAsync(body);
        await body.Consumed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(reading.IsCompleted);
        body.Abort();

        await Assert.ThrowsAsync<IOException>(() => reading);
    }

    [Fact]
    public async Task A_socket_that_nobody_reads_takes_so_much_and_no_more()
    {
        var queue = new ByteQueue();
        await queue.WriteAsync(new byte[64 * 1024], CancellationToken.None);
        var writing = queue.WriteAsync(new byte[1], CancellationToken.None);
        Assert.False(writing.IsCompleted);
        await queue.ReadAsync(new byte[10], CancellationToken.None);
        await writing.WaitAsync(TimeSpan.FromSeconds(30));
        queue.Abort();

        await Assert.ThrowsAsync<IOException>(async () => await queue.ReadAsync(new byte[10], CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => queue.WriteAsync(new byte[1], CancellationToken.None));
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var buffer = new byte[100];
        return buffer[..await stream.ReadAsync(buffer)];
    }
}
