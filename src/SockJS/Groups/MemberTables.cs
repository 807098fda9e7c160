using System.Collections;

namespace SockJS.Groups;

/// <summary>The members of several tables, such as those of a class that is mapped more than once.</summary>
internal sealed class MemberTables<T> : IMemberTable<T>
    where T : class, IRecipient
{
    private volatile IMemberTable<T>[] _tables = [];

    /// <summary>Adds a table. Only one thread at a time may do so.</summary>
    public void Add(IMemberTable<T> table) => _tables = [.. _tables, table];

    public T? Find(string id)
    {
        foreach (var table in _tables)
        {
            if (table.Find(id) is { } member)
                return member;
        }

        return null;
    }

    public T[] OfUser(string userId) => _tables is [var only] ? only.OfUser(userId) : [.. _tables.SelectMany(table => table.OfUser(userId))];

    public IEnumerator<T> GetEnumerator() => _tables is [var only] ? only.GetEnumerator() : _tables.SelectMany(static table => table).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
