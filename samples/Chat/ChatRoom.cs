using System.Text;
using ChatSample.Messages;

namespace ChatSample;

/// <summary>Who is in the room. Names are unique, whatever their case.</summary>
public sealed class ChatRoom
{
    private const int MaxNameLength = 24;

    private readonly Lock _lock = new();
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _version;

    /// <summary>Adds a visitor under the name that was asked for, or under the next one that is free.</summary>
    public string Join(string wanted, out Roster roster)
    {
        var name = Clean(wanted);
        lock (_lock)
        {
            var free = name;
            for (var number = 2; !_names.Add(free); number++)
                free = $"{name} {number}";

            roster = Snapshot();
            return free;
        }
    }

    /// <summary>Removes a visitor.</summary>
    public Roster Leave(string name)
    {
        lock (_lock)
        {
            _names.Remove(name);
            return Snapshot();
        }
    }

    private Roster Snapshot() => new(++_version, [.. _names]);

    private static string Clean(string wanted)
    {
        var name = new StringBuilder(MaxNameLength);
        foreach (var rune in wanted.Trim().EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > MaxNameLength)
                break;
            if (!Rune.IsControl(rune))
                name.Append(rune.ToString());
        }

        var clean = name.ToString().Trim();
        return clean.Length == 0 ? "Guest" : clean;
    }
}
