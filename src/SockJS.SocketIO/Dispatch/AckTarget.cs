namespace SockJS.SocketIO.Dispatch;

/// <summary>Where the answer to an event goes.</summary>
internal readonly struct AckTarget(SocketIOSocket socket, ulong id)
{
    public ValueTask AnswerAsync() => socket.AnswerAsync(id);

    public ValueTask AnswerAsync<T>(T value) => socket.AnswerAsync(id, value);

    /// <summary>Answers when something has ended.</summary>
    public ValueTask AnswerAsync(ValueTask handling)
    {
        if (!handling.IsCompletedSuccessfully)
            return AwaitAsync(this, handling);
        // Whoever pools what is behind it learns that it was seen.
        handling.GetAwaiter().GetResult();
        return AnswerAsync();

        static async ValueTask AwaitAsync(AckTarget target, ValueTask handling)
        {
            await handling.ConfigureAwait(false);
            await target.AnswerAsync().ConfigureAwait(false);
        }
    }
}
