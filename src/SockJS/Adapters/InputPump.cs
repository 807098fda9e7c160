using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace SockJS.Adapters;

/// <summary>Takes the messages of a client into the pipe that its handler reads. While the pipe is full it takes none, and so they wait.</summary>
internal sealed class InputPump(
    SockJSConnection connection, ChannelReader<SockJSMessage> messages, PipeWriter input, ByteCodec codec, AdapterContext context)
{
    private volatile ConnectionAbortedException? _aborted;

    public async Task RunAsync()
    {
        var isRead = true;
        while (_aborted is null && await messages.WaitToReadAsync().ConfigureAwait(false))
        {
            while (messages.TryRead(out var message))
            {
                // What a handler has stopped reading is dropped, so that the end of its client is still noticed.
                isRead = TryDecode(message, isRead) && (await input.FlushAsync().ConfigureAwait(false)) is { IsCompleted: false };
                if (_aborted is not null)
                    break;
            }
        }

        await input.CompleteAsync(_aborted).ConfigureAwait(false);
    }

    /// <summary>Lets the handler's reads fail, those of what has come already too.</summary>
    public void Abort(ConnectionAbortedException reason)
    {
        _aborted = reason;
        input.CancelPendingFlush();
    }

    private bool TryDecode(SockJSMessage message, bool isRead)
    {
        var isDecoded = isRead && codec.TryDecode(message.Utf8, input);
        message.Release();
        // A stream cannot do without a piece of it, so nothing else can follow.
        if (isRead && !isDecoded)
            context.RefuseInput(connection, codec.Problem);
        return isDecoded;
    }
}
