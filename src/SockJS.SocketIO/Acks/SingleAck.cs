using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Acks;

/// <summary>Waits for the answer of one client.</summary>
internal sealed class SingleAck<T>(JsonTypeInfo<T> type) : TimedAck
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public override void Answered(ReadOnlySpan<byte> first, IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
    {
        try
        {
            _answer.TrySetResult(first.IsEmpty ? default! : ArgumentFormat.Read(first, attachments, type)!);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            _answer.TrySetException(new WrongAnswerException(exception));
        }
        catch (Exception exception)
        {
            // Whoever asked finds out what is wrong with the application's converter.
            _answer.TrySetException(exception);
        }
    }

    public override void Expire() => _answer.TrySetException(new TimeoutException());

    /// <summary>Takes note that whoever waits has been told not to.</summary>
    public void Cancel(CancellationToken token) => _answer.TrySetCanceled(token);

    public override void Lost() => _answer.TrySetException(new SocketIODisconnectedException());
}
