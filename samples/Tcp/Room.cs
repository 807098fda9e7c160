namespace TcpSample;

/// <summary>Those who are in the room, in the order of their coming.</summary>
public sealed class Room
{
    private const int MaxNameLength = 24;

    private readonly Lock _lock = new();
    private readonly List<Member> _members = [];
    private int _guests;

    public string[] Names
    {
        get
        {
            lock (_lock)
                return [.. _members.Select(static member => member.Name)];
        }
    }

    public Member Enter()
    {
        lock (_lock)
        {
            var member = new Member($"guest{++_guests}");
            _members.Add(member);
            TellAll($"* {member.Name} has joined.");
            return member;
        }
    }

    public void Leave(Member member)
    {
        lock (_lock)
        {
            _members.Remove(member);
            member.End();
            TellAll($"* {member.Name} has left.");
        }
    }

    public bool TryRename(Member member, string name)
    {
        if (name.Length is 0 or > MaxNameLength || name.Any(char.IsControl))
            return false;
        lock (_lock)
        {
            if (_members.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
                return false;
            TellAll($"* {member.Name} is now {name}.");
            member.Name = name;
            return true;
        }
    }

    public void Say(string line)
    {
        lock (_lock)
            TellAll(line);
    }

    private void TellAll(string line)
    {
        foreach (var member in _members)
            member.Tell(line);
    }
}
