namespace SockJS.Groups;

/// <summary>What wants to know who joins a group, or who leaves it.</summary>
internal sealed class PresenceObserver<T>(bool ofJoins, Action<T> observe)
{
    public bool Wants(PresenceChange<T> change) => change.Joined == ofJoins;

    public void Tell(PresenceChange<T> change) => observe(change.Member);
}
