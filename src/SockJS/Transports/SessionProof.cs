using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SockJS.Transports;

/// <summary>What a request shows, beside its user, to be answered by a session: a hash of the cookie and of the application's string.</summary>
internal static class SessionProof
{
    private const int MaxSecretLength = 8 * 1024;

    /// <summary>Makes the proof of a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="options">The settings of the endpoint.</param>
    /// <param name="opens">Whether there is no session yet, so that the answer may set the cookie.</param>
    /// <param name="proof">The proof; <see langword="null"/> where none is asked for.</param>
    /// <returns><see langword="false"/> where the request cannot have a session.</returns>
    public static bool TryMake(HttpContext http, SockJSOptions options, bool opens, out byte[]? proof)
    {
        proof = null;
        var needsCookie = options.SessionBinding == SockJSSessionBinding.UserAndCookie;
        if (!needsCookie && options.SessionSecret is null)
            return true;
        var cookie = !needsCookie ? "" : opens ? BindingCookie.Ensure(http, options) : BindingCookie.Find(http);
        var secret = options.SessionSecret?.Invoke(http);
        if (cookie is null || secret?.Length > MaxSecretLength)
            return false;
        // The cookie has no line break, and no secret is another than an empty one.
        proof = SHA256.HashData(Encoding.UTF8.GetBytes(secret is null ? cookie : $"{cookie}\n{secret}"));
        return true;
    }
}
