using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class PooledBufferTests
{
    [Fact]
    public void Default_is_empty_and_has_rented_nothing()
    {
        var buffer = default(PooledBuffer);

        Assert.Equal(0, buffer.Length);
        Assert.Empty(buffer.Array);
        Assert.True(buffer.WrittenSpan.IsEmpty);
        Assert.True(buffer.WrittenMemory.IsEmpty);
    }

    [Fact]
    public void The_first_rent_has_room_for_a_small_frame()
    {
        var buffer = default(PooledBuffer);
        buffer.Append((byte)1);

        Assert.True(buffer.Array.Length >= 256);
        buffer.Free();
    }

    [Fact]
    public void Growing_keeps_what_was_written()
    {
        var buffer = default(PooledBuffer);
        var expected = new List<byte>();
        for (var i = 0; i < 100; i++)
        {
            byte[] chunk = [.. Enumerable.Repeat((byte)i, i * 7)];
            buffer.Append(chunk);
            expected.AddRange(chunk);
        }

        Assert.Equal(expected, buffer.WrittenSpan.ToArray());
        Assert.Equal(expected, buffer.WrittenMemory.ToArray());
        buffer.Free();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(100_000)]
    public void GetSpan_has_the_room_that_was_asked_for(int minimum)
    {
        var buffer = default(PooledBuffer);
        buffer.Append("head"u8);

        var span = buffer.GetSpan(minimum);
        Assert.True(span.Length >= minimum);
        span[..minimum].Fill(7);
        buffer.Advance(minimum);

        Assert.Equal(4 + minimum, buffer.Length);
        Assert.True(buffer.WrittenSpan.StartsWith("head"u8));
        buffer.Free();
    }

    [Theory]
    [InlineData(0, 3, "defgh")]
    [InlineData(3, 3, "abcgh")]
    [InlineData(5, 3, "abcde")]
    [InlineData(0, 8, "")]
    [InlineData(2, 0, "abcdefgh")]
    public void RemoveRange_closes_the_gap(int start, int count, string rest)
    {
        Assert.Equal(rest, Written.Text((ref PooledBuffer buffer) =>
        {
            buffer.Append("abcdefgh"u8);
            buffer.RemoveRange(start, count);
        }));
    }

    [Fact]
    public void Truncate_forgets_the_end()
    {
        Assert.Equal("abX", Written.Text((ref PooledBuffer buffer) =>
        {
            buffer.Append("abcdef"u8);
            buffer.Truncate(2);
            buffer.Append((byte)'X');
        }));
    }

    [Fact]
    public void Free_can_be_repeated_and_the_buffer_used_again()
    {
        var buffer = default(PooledBuffer);
        buffer.Free();
        buffer.Append("old"u8);
        buffer.Free();
        buffer.Free();
        Assert.Equal(0, buffer.Length);
        Assert.Empty(buffer.Array);

        buffer.Append("new"u8);

        Assert.Equal("new"u8.ToArray(), buffer.WrittenSpan.ToArray());
        buffer.Free();
    }
}
