namespace SockJS;

/// <summary>Lets a member join or leave the groups that a message names.</summary>
internal static class MembershipExtensions
{
    /// <returns>A task that has failed where the member is in too many groups, so that others join all the same.</returns>
    public static ValueTask ChangeAsync(this IMembership membership, BackplaneMessage message)
    {
        try
        {
            foreach (var group in message.Groups)
                _ = message.Action == BackplaneAction.Join ? membership.Join(group) : membership.Leave(group);
            return default;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return ValueTask.FromException(exception);
        }
    }
}
