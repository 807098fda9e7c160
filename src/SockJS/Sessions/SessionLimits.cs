using System.Net;

namespace SockJS.Sessions;

/// <summary>Counts the sessions of an endpoint: all, those of a user, those of an address. A place is taken before its session is made, so that there is never one too many.</summary>
internal sealed class SessionLimits(EndpointOptions options)
{
    private readonly LimitedCounts<string>? _users = options.MaxSessionsPerUser is { } limit ? new(limit) : null;
    private readonly LimitedCounts<ClientNetwork>? _networks = options.MaxSessionsPerAddress is { } limit ? new(limit) : null;
    private int _taken;

    /// <summary>Gets the number of places that are taken.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Gets the number of users and of addresses that are counted.</summary>
    public (int Users, int Networks) Kept => (_users?.Keys ?? 0, _networks?.Keys ?? 0);

    /// <summary>Takes a place for a session.</summary>
    /// <param name="userId">The user that would open it.</param>
    /// <param name="address">The address that it would come from.</param>
    /// <param name="place">The place, which has to be returned; <see langword="null"/> where only the number of all sessions is limited.</param>
    public SessionRefusal TryTake(string? userId, IPAddress? address, out SessionPlace? place)
    {
        place = null;
        if (!TryTake())
            return SessionRefusal.EndpointFull;
        var user = _users is null || string.IsNullOrEmpty(userId) ? null : userId;
        if (user is not null && !_users!.TryAdd(user))
        {
            Interlocked.Decrement(ref _taken);
            return SessionRefusal.UserLimit;
        }

        var network = _networks is null ? null : ClientNetwork.Of(address);
        if (network is { } known && !_networks!.TryAdd(known))
        {
            Return(new SessionPlace(user, null));
            return SessionRefusal.AddressLimit;
        }

        if (user is not null || network is not null)
            place = new SessionPlace(user, network);
        return SessionRefusal.None;
    }

    /// <summary>Gives a place back.</summary>
    public void Return(SessionPlace? place)
    {
        if (place?.UserId is { } user)
            _users!.Remove(user);
        if (place?.Network is { } network)
            _networks!.Remove(network);
        Interlocked.Decrement(ref _taken);
    }

    // One that counted first and looked afterwards would get in the way of others where the limit is near.
    private bool TryTake()
    {
        var taken = Volatile.Read(ref _taken);
        while (taken < options.MaxSessions)
        {
            var seen = Interlocked.CompareExchange(ref _taken, taken + 1, taken);
            if (seen == taken)
                return true;
            taken = seen;
        }

        return false;
    }
}
