using System.Buffers;

namespace SockJS.Transports.WebSockets;

/// <summary>The bytes that came in and were not consumed yet. An idle socket holds no memory here: it waits with a read of no bytes.</summary>
internal sealed class WebSocketBuffer(Stream stream) : IDisposable
{
    private const int InitialSize = 4096;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    public Memory<byte> Data => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Takes bytes off the front. They stay where they are until more are read.</summary>
    public void Consume(int count) => _start += count;

    /// <summary>Reads what there is.</summary>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public async ValueTask<bool> FillAsync()
    {
        if (_start == _end)
        {
            Return();
            await stream.ReadAsync(Memory<byte>.Empty).ConfigureAwait(false);
            _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
        }
        else if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end)).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    public void Dispose() => Return();

    // A frame may be larger than the buffer; it grows as bytes come in, not as they are announced.
    private void MakeRoom()
    {
        var kept = Data.Span;
        var buffer = _start > 0 ? _buffer : ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        kept.CopyTo(buffer);
        if (!ReferenceEquals(buffer, _buffer))
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = buffer;
        (_start, _end) = (0, kept.Length);
    }

    private void Return()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }
}
