using Microsoft.AspNetCore.Http;

namespace SockJS;

/// <summary>What a session manager says to a client that would open a session.</summary>
public sealed class SockJSAdmission
{
    private SockJSAdmission()
    {
    }

    /// <summary>Gets the answer that lets the session be opened.</summary>
    public static SockJSAdmission Accept { get; } = new();

    /// <summary>Gets a value indicating whether the session is opened.</summary>
    public bool IsAccepted => Reason is null && Result is null;

    /// <summary>Gets the close code of a refusal by close frame.</summary>
    internal int Code { get; private init; }

    /// <summary>Gets the reason of a refusal by close frame.</summary>
    internal string? Reason { get; private init; }

    /// <summary>Gets the answer of a refusal by HTTP.</summary>
    internal IResult? Result { get; private init; }

    /// <summary>Refuses the session with a close frame, which the client is given on any transport in place of the open frame.</summary>
    /// <param name="code">1000, or a code from 3000 to 4999.</param>
    /// <param name="reason">A reason for the client, at most 123 bytes of UTF-8.</param>
    /// <remarks>On WebSocket transports the handshake is accepted for it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is neither 1000 nor from 3000 to 4999.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is too long.</exception>
    public static SockJSAdmission Refuse(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        return new SockJSAdmission { Code = code, Reason = reason };
    }

    /// <summary>Refuses the session with an HTTP answer; on WebSocket transports it takes the place of the handshake.</summary>
    /// <param name="result">The answer, such as <c>Results.StatusCode(402)</c>. Its status should be one of an error, as clients read frames from any other.</param>
    /// <remarks>sockjs-client takes such an answer for a transport that does not work, and tries its next one.</remarks>
    public static SockJSAdmission Refuse(IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SockJSAdmission { Result = result };
    }
}
