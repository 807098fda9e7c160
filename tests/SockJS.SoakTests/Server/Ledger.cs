using System.Collections.Concurrent;

namespace SockJS.SoakTests.Server;

/// <summary>The accounts of all clients.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public Account Of(string client) => _accounts.GetOrAdd(client, static _ => new Account());

    public void Clear() => _accounts.Clear();
}
