namespace SockJS.Groups;

/// <summary>Hands a message to each connection of this process that it is for.</summary>
internal static class Delivery
{
    /// <returns>A task that completes when each has accepted the message or its policy has decided.</returns>
    public static ValueTask RunAsync(
        BackplaneMessage message, IEnumerable<SockJSConnection> connections, HashSet<SockJSConnection>? except, CancellationToken cancellationToken)
    {
        List<Task>? pending = null;
        foreach (var connection in connections)
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled(cancellationToken);
            if (except is not null && except.Contains(connection))
                continue;
            var delivery = message.Message is { } text
                ? connection.DeliverAsync(text, message.Key, cancellationToken)
                : connection.CloseAsync(message.CloseCode, message.CloseReason);
            if (!delivery.IsCompletedSuccessfully)
                (pending ??= []).Add(delivery.AsTask());
        }

        return pending is null ? default : new ValueTask(Task.WhenAll(pending));
    }
}
