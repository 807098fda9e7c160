using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SockJS.Sessions;

/// <summary>Lets one request at a time see to the opening of a session, while it waits for the word of the session manager.</summary>
internal sealed class KeyClaims
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _claims = new(StringComparer.Ordinal);

    /// <summary>Gets the number of sessions that are being opened.</summary>
    public int Count => _claims.Count;

    /// <summary>Claims a key. Who did has to release it.</summary>
    /// <param name="key">The key of the session.</param>
    /// <param name="released">The task that completes when the other one has released it.</param>
    /// <returns><see langword="false"/> where another one has claimed it.</returns>
    public bool TryClaim(string key, [NotNullWhen(false)] out Task? released)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var claim = _claims.GetOrAdd(key, own);
        released = ReferenceEquals(claim, own) ? null : claim.Task;
        return released is null;
    }

    public void Release(string key)
    {
        if (_claims.TryRemove(key, out var claim))
            claim.SetResult();
    }
}
