using System.ComponentModel;
using SockJS.SocketIO.Dispatch;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>Answers events with what a handler method returned, where clients want an answer.</summary>
/// <typeparam name="TAnswer">The type of a result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventAnswer<TAnswer>
{
    internal EventAnswer()
    {
    }

    /// <summary>Answers with a result.</summary>
    /// <param name="call">The event.</param>
    /// <param name="result">What the method returned.</param>
    public ValueTask SendAsync(EventCall call, TAnswer? result) => call.Target is { } target ? target.AnswerAsync(result) : default;

    /// <summary>Answers with the result of a task.</summary>
    /// <param name="call">The event.</param>
    /// <param name="result">What the method returned.</param>
#nullable disable annotations // A task of T and one of T? both fit a parameter that says nothing of null.
    public ValueTask SendAsync(EventCall call, Task<TAnswer> result) => SendAsync(call, new ValueTask<TAnswer>(result));

    /// <summary>Answers with the result of a task.</summary>
    /// <param name="call">The event.</param>
    /// <param name="result">What the method returned.</param>
    public ValueTask SendAsync(EventCall call, ValueTask<TAnswer> result)
    {
        return result.IsCompletedSuccessfully ? SendAsync(call, result.Result) : AwaitAsync(call.Target, result);

        static async ValueTask AwaitAsync(AckTarget? wanted, ValueTask<TAnswer> result)
        {
            var answer = await result.ConfigureAwait(false);
            if (wanted is { } target)
                await target.AnswerAsync(answer).ConfigureAwait(false);
        }
    }
#nullable restore annotations
}
