namespace SockJS;

/// <summary>Why a connection ended.</summary>
/// <param name="Kind">What the end was.</param>
/// <param name="Code">The close code that was sent or received; 1005 where the client closed without one, 1006 where the connection was lost.</param>
/// <param name="Reason">The text that came with the code.</param>
public readonly record struct SockJSCloseReason(SockJSCloseKind Kind, int Code, string Reason)
{
    /// <summary>How many bytes of UTF-8 a reason may have, so that it fits into a control frame with its code (RFC 6455, 5.5).</summary>
    internal const int MaxReasonBytes = 123;
}
