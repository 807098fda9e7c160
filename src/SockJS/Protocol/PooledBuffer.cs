using System.Buffers;
using System.Diagnostics;

namespace SockJS.Protocol;

/// <summary>A growing byte buffer over the shared array pool.</summary>
/// <remarks>A mutable struct: keep it in a field or a local and hand it on by reference; with a copy, two owners return one array.</remarks>
internal struct PooledBuffer
{
    private const int FirstRent = 256;

    private byte[]? _array;
    private int _length;

    public readonly int Length => _length;

    public readonly byte[] Array => _array ?? [];

    public readonly ReadOnlySpan<byte> WrittenSpan => new(_array, 0, _length);

    public readonly ReadOnlyMemory<byte> WrittenMemory => new(_array, 0, _length);

    /// <summary>Returns all free space, at least <paramref name="minimum"/> bytes of it.</summary>
    public Span<byte> GetSpan(int minimum)
    {
        if (_array is null || _array.Length - _length < minimum)
            Grow(minimum);

        return _array.AsSpan(_length);
    }

    public void Advance(int count)
    {
        Debug.Assert(count >= 0 && count <= Array.Length - _length, "More was written than there was room for.");
        _length += count;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    public void Append(byte value)
    {
        GetSpan(1)[0] = value;
        _length++;
    }

    public void Truncate(int length)
    {
        Debug.Assert(length >= 0 && length <= _length, "A buffer is truncated to less than it holds.");
        _length = length;
    }

    public void RemoveRange(int start, int count)
    {
        var tail = WrittenSpan[(start + count)..];
        tail.CopyTo(_array.AsSpan(start));
        _length -= count;
    }

    public void Free()
    {
        if (_array is { } array)
            ArrayPool<byte>.Shared.Return(array);

        _array = null;
        _length = 0;
    }

    private void Grow(int minimum)
    {
        var needed = checked(_length + minimum);
        var doubled = (int)Math.Min((uint)_length * 2, (uint)System.Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, doubled), FirstRent));
        WrittenSpan.CopyTo(larger);
        if (_array is { } array)
            ArrayPool<byte>.Shared.Return(array);

        _array = larger;
    }
}
