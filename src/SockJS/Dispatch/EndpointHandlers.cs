namespace SockJS.Dispatch;

/// <summary>The methods of an endpoint class, as delegates that generated code made of them.</summary>
/// <typeparam name="T">The endpoint class.</typeparam>
internal sealed record EndpointHandlers<T>
    where T : class
{
    public required Func<SockJSConnection, IServiceProvider, T> Create { get; init; }

    public Func<T, SockJSConnection, IServiceProvider, ValueTask>? OnOpen { get; init; }

    /// <summary>Gets a value indicating whether <see cref="OnOpen"/> sends a sequence, beside the messages that follow.</summary>
    public bool OpensStream { get; init; }

    /// <summary>Gets the method that takes every message as text. An endpoint has this, or a router, or neither.</summary>
    public Func<T, SockJSConnection, IServiceProvider, string, ValueTask>? OnText { get; init; }

    public MessageRouter<T>? Router { get; init; }

    public Func<T, SockJSConnection, IServiceProvider, SockJSCloseReason, ValueTask>? OnClose { get; init; }
}
