using System.Security.Claims;
using System.Security.Cryptography;

namespace SockJS.Sessions;

// Whom a session answers, and until when. Its owner stays the same; what the owner's requests say of the user is renewed by each of them.
internal abstract partial class Session
{
    private static readonly SockJSCloseReason s_authenticationExpired
        = new(SockJSCloseKind.AuthenticationExpired, SockJSCloseCodes.AuthenticationExpired, "Authentication expired");

    // The only user that the session answers: empty where somebody is authenticated, but has no name.
    private readonly string? _owner;
    private readonly byte[]? _proof;
    private volatile ClaimsPrincipal _user;
    private long _expires;

    // The clock is asked only for sessions that expire.
    private bool IsExpired => Volatile.Read(ref _expires) is var expires and not 0 && _context.Time.GetUtcNow().UtcTicks >= expires;

    /// <summary>Tells whether the session answers a request.</summary>
    /// <param name="user">The user of the request.</param>
    /// <param name="proof">What else it has to show; <see langword="null"/> where that is nothing.</param>
    public bool Answers(ClaimsPrincipal user, byte[]? proof)
        => _owner == SessionUser.IdOf(user) && CryptographicOperations.FixedTimeEquals(_proof, proof);

    /// <summary>Takes what a request of the owner says of the user.</summary>
    /// <param name="user">The user of the request.</param>
    /// <param name="expires">When the authentication ends; <see langword="null"/> where it does not, or that does not matter.</param>
    public void Renew(ClaimsPrincipal user, DateTimeOffset? expires)
    {
        _user = user;
        Volatile.Write(ref _expires, expires?.UtcTicks ?? 0);
    }
}
