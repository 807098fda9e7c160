using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace SockJS.Conformance.Support;

// The guide shows this class as it is: see docs/guide/authentication.md.
public sealed class Tickets(IMemoryCache cache, TimeProvider time)
{
    private const int MaxSessions = 10;

    public string Issue(ClaimsPrincipal user)
    {
        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var opensUntil = time.GetUtcNow().AddSeconds(30);
        cache.Set(ticket, new Ticket(user, opensUntil), new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(2) });
        return ticket;
    }

    public ClaimsPrincipal? Redeem(string ticket, string? session)
        => cache.TryGetValue(ticket, out Ticket? found) && found!.IsGoodFor(session, time.GetUtcNow()) ? found.User : null;

    private sealed class Ticket(ClaimsPrincipal user, DateTimeOffset opensUntil)
    {
        private readonly HashSet<string> _sessions = [];

        public ClaimsPrincipal User => user;

        public bool IsGoodFor(string? session, DateTimeOffset now)
        {
            lock (_sessions)
            {
                if (session is not null && _sessions.Contains(session))
                    return true;
                return now < opensUntil && (session is null || (_sessions.Count < MaxSessions && _sessions.Add(session)));
            }
        }
    }
}
