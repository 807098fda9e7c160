namespace SockJS;

/// <summary>What becomes of a connection when one of its messages is refused, or its handler fails.</summary>
public enum SockJSErrorPolicy
{
    /// <summary>The connection stays, and its client is told nothing.</summary>
    Ignore,

    /// <summary>The connection stays, and its client gets the message <c>error</c>: <c>{"type":"error","data":{"code":"…","message":"…"}}</c>.</summary>
    Reply,

    /// <summary>The connection is closed.</summary>
    Close,
}
