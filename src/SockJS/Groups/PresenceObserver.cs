namespace SockJS.Groups;

/// <summary>What wants to know who joins a group, or who leaves it.</summary>
internal sealed class PresenceObserver(bool ofJoins, Action<SockJSConnection> observe)
{
    public bool Wants(PresenceChange change) => change.Joined == ofJoins;

    public void Tell(PresenceChange change) => observe(change.Connection);
}
