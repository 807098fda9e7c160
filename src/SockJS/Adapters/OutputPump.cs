using System.Buffers;
using System.IO.Pipelines;

namespace SockJS.Adapters;

/// <summary>Sends what a handler writes: what is there when it flushes becomes one message, or several if it is much.</summary>
internal sealed class OutputPump(SockJSConnection connection, PipeReader output, ByteCodec codec, AdapterContext context)
{
    private const int MaxMessageBytes = 32 * 1024;

    private volatile bool _ending;

    public async Task RunAsync()
    {
        try
        {
            if (await SendAllAsync().ConfigureAwait(false) && !_ending)
            {
                // There is no closing of one direction alone.
                await connection.CloseAsync().ConfigureAwait(false);
            }
        }
        catch (SockJSConnectionClosedException)
        {
            // The handler learns of it by its next flush.
        }
        catch (Exception exception)
        {
            context.Fail(connection, exception);
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Says that the handler has ended, and that what closes the connection will be known when all of its output was sent.</summary>
    public void End() => _ending = true;

    public void Abort() => output.CancelPendingRead();

    // Returns whether that was all the handler would ever send.
    private async ValueTask<bool> SendAllAsync()
    {
        while (true)
        {
            var result = await output.ReadAsync().ConfigureAwait(false);
            if (result.IsCanceled)
                return false;
            var rest = result.Buffer;
            while (!rest.IsEmpty && await SendSomeAsync(rest).ConfigureAwait(false) is var sent and > 0)
                rest = rest.Slice(sent);
            if (result.IsCompleted)
                return rest.IsEmpty ? true : throw new InvalidDataException("The handler's output ends within a character of UTF-8.");
            output.AdvanceTo(rest.Start, rest.End);
        }
    }

    private async ValueTask<int> SendSomeAsync(ReadOnlySequence<byte> bytes)
    {
        var some = bytes.Slice(0, Math.Min(bytes.Length, MaxMessageBytes));
        if (some.IsSingleSegment)
            return await SendAsync(some.First).ConfigureAwait(false);
        var rented = ArrayPool<byte>.Shared.Rent((int)some.Length);
        try
        {
            some.CopyTo(rented);
            return await SendAsync(rented.AsMemory(0, (int)some.Length)).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async ValueTask<int> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var message = codec.Encode(bytes, out var consumed);
        if (consumed > 0)
            await connection.SendAsync(message).ConfigureAwait(false);
        return consumed;
    }
}
