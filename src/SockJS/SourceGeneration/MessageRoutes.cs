using System.ComponentModel;

namespace SockJS.SourceGeneration;

/// <summary>The message handlers of an endpoint class, added by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageRoutes<T>
    where T : class
{
    internal MessageRoutes()
    {
    }

    internal Func<T, SockJSConnection, IServiceProvider, string, ValueTask>? TextHandler { get; private set; }

    /// <summary>Adds the handler that takes every message as text.</summary>
    /// <param name="handler">Calls the <see cref="OnMessageAttribute"/> method.</param>
    public void Text(Func<T, SockJSConnection, IServiceProvider, string, ValueTask> handler) => TextHandler = handler;
}
