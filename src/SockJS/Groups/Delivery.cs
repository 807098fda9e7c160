namespace SockJS.Groups;

/// <summary>Hands a message to each member of this process that it is for.</summary>
internal static class Delivery
{
    /// <returns>A task that completes when each has accepted the message or its policy has decided.</returns>
    public static ValueTask RunAsync<T>(BackplaneMessage message, IEnumerable<T> members, HashSet<T>? except, CancellationToken cancellationToken)
        where T : class, IRecipient
    {
        var round = new Round<T>(message, except, cancellationToken);
        // A group is an array, which is walked without a call for each.
        if (members is T[] array)
        {
            foreach (var member in array)
                round.Deliver(member);
        }
        else
        {
            foreach (var member in members)
                round.Deliver(member);
        }

        return round.Ending;
    }

    // What has come of the message so far. Once it is cancelled, nobody else gets it.
    private struct Round<T>(BackplaneMessage message, HashSet<T>? except, CancellationToken cancellationToken)
        where T : class, IRecipient
    {
        private List<Task>? _pending;
        private bool _isCanceled;

        public readonly ValueTask Ending => _isCanceled ? ValueTask.FromCanceled(cancellationToken)
            : _pending is null ? default
            : new ValueTask(Task.WhenAll(_pending));

        public void Deliver(T member)
        {
            if (_isCanceled |= cancellationToken.IsCancellationRequested)
                return;
            if (except is not null && except.Contains(member))
                return;
            var delivery = member.DeliverAsync(message, cancellationToken);
            if (!delivery.IsCompletedSuccessfully)
                (_pending ??= []).Add(delivery.AsTask());
        }
    }
}
