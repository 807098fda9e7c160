namespace SockJS.Testing;

/// <summary>The end of a connection, as the client sees it.</summary>
/// <param name="Code">The close code; 1006 where the connection broke off.</param>
/// <param name="Reason">The text that came with the code, or what went wrong.</param>
/// <param name="WasClean">Whether there was a close frame; <c>event.wasClean</c> of the official client.</param>
public readonly record struct SockJSTestClose(int Code, string Reason, bool WasClean);
