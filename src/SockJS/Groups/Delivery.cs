using System.Runtime.CompilerServices;

namespace SockJS.Groups;

/// <summary>Hands a message to each member of this process that it is for.</summary>
internal static class Delivery
{
    /// <returns>A task that completes when each has accepted the message or its policy has decided.</returns>
    public static ValueTask RunAsync<T>(BackplaneMessage message, IEnumerable<T> members, HashSet<T>? except, CancellationToken cancellationToken)
        where T : class, IRecipient
    {
        List<Task>? pending = null;
        // A group is an array, which is walked without an enumerator and without a call for each.
        if (members is T[] array)
        {
            foreach (var member in array)
            {
                if (cancellationToken.IsCancellationRequested)
                    return ValueTask.FromCanceled(cancellationToken);
                Deliver(message, member, except, ref pending, cancellationToken);
            }
        }
        else
        {
            foreach (var member in members)
            {
                if (cancellationToken.IsCancellationRequested)
                    return ValueTask.FromCanceled(cancellationToken);
                Deliver(message, member, except, ref pending, cancellationToken);
            }
        }

        return pending is null ? default : new ValueTask(Task.WhenAll(pending));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deliver<T>(BackplaneMessage message, T member, HashSet<T>? except, ref List<Task>? pending, CancellationToken cancellationToken)
        where T : class, IRecipient
    {
        if (except is not null && except.Contains(member))
            return;
        var delivery = member.DeliverAsync(message, cancellationToken);
        if (!delivery.IsCompletedSuccessfully)
            (pending ??= []).Add(delivery.AsTask());
    }
}
