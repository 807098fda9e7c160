namespace SockJS.Groups;

/// <summary>Finds the members of this process that a selection means.</summary>
/// <param name="groups">The groups of the endpoint.</param>
/// <param name="members">Its members.</param>
/// <param name="idsAreGroups">Whether each member counts as in the group of its id's name, which is stored nowhere.</param>
internal sealed class MemberSelector<T>(GroupTable<T> groups, IMemberTable<T> members, bool idsAreGroups = false)
    where T : class, IRecipient
{
    /// <summary>Delivers a message to those that it is for.</summary>
    /// <returns>A task that completes when each has accepted the message or its policy has decided.</returns>
    public ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => Delivery.RunAsync(
            message,
            Find(message.Target, message.TargetName, message.TargetGroups),
            FindExcepted(message.ExceptGroups, message.ExceptIds),
            cancellationToken);

    /// <summary>Enumerates the open members that are selected, each once.</summary>
    public IEnumerable<T> FindOpen(MemberSelection selection)
    {
        var except = FindExcepted(selection.ExceptGroups, selection.ExceptIds);
        return Find(selection.Target, selection.TargetName, selection.TargetGroups)
            .Where(member => member.IsOpen && except?.Contains(member) != true);
    }

    // Perhaps with some that are not open. One group, a user and all cost no memory for each member.
    private IEnumerable<T> Find(BackplaneTarget target, string name, IReadOnlyList<string> names) => target switch
    {
        BackplaneTarget.All => members,
        BackplaneTarget.Group => OfGroup(name),
        BackplaneTarget.Groups => names is [var only] ? OfGroup(only) : names.SelectMany(OfGroup).ToHashSet(),
        BackplaneTarget.User => members.OfUser(name),
        BackplaneTarget.Connection => members.Find(name) is { } member ? [member] : [],
        _ => [],
    };

    // They are compared, and not ids, as most members are never asked for theirs.
    private HashSet<T>? FindExcepted(IReadOnlyList<string> names, IReadOnlyList<string> ids)
    {
        if (names.Count == 0 && ids.Count == 0)
            return null;
        var except = new HashSet<T>();
        foreach (var name in names)
            except.UnionWith(OfGroup(name));
        foreach (var id in ids)
        {
            if (members.Find(id) is { } member)
                except.Add(member);
        }

        return except;
    }

    private T[] OfGroup(string name)
    {
        var found = groups.MembersOf(name);
        if (!idsAreGroups || members.Find(name) is not { } named || Array.IndexOf(found, named) >= 0)
            return found;
        return [.. found, named];
    }
}
