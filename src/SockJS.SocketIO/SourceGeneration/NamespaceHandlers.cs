using System.ComponentModel;
using SockJS.Payloads;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>The handlers of a namespace class, added by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NamespaceHandlers<T>
    where T : class
{
    private readonly ArgumentFormat _format;
    private readonly List<EventRoute<T>> _events = [];
    private EventRoute<T>? _anyEvent;
    private ConnectRoute<T>? _onConnect;
    private Func<T, SocketIOSocket, IServiceProvider, SocketIODisconnectReason, ValueTask>? _onDisconnect;

    internal NamespaceHandlers(ArgumentFormat format) => _format = format;

    /// <summary>Adds the handler of clients that connect.</summary>
    /// <param name="handler">Calls the <see cref="OnConnectAttribute"/> method.</param>
    public void OnConnect(Func<T, SocketIOSocket, IServiceProvider, ValueTask<bool>> handler) => _onConnect = new PlainConnectRoute<T>(handler);

    /// <summary>Adds the handler of clients that connect, which takes their auth payload.</summary>
    /// <typeparam name="TAuth">The type of the parameter.</typeparam>
    /// <param name="handler">Calls the <see cref="OnConnectAttribute"/> method.</param>
    /// <param name="allowsNull">Whether the payload may be absent.</param>
    /// <param name="isOptional">Whether the payload may be absent, and <paramref name="defaultValue"/> takes its place.</param>
    /// <param name="defaultValue">The default value of the parameter.</param>
    public void OnConnect<TAuth>(
        Func<T, SocketIOSocket, IServiceProvider, TAuth, ValueTask<bool>> handler, bool allowsNull = false, bool isOptional = false, TAuth? defaultValue = default)
        => _onConnect = new AuthConnectRoute<T, TAuth>(_format.TypeOf<TAuth>(), new PayloadRule<TAuth>(allowsNull, isOptional, defaultValue), handler);

    /// <summary>Adds the handler of an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="arguments">The arguments that it takes, by position.</param>
    /// <param name="handler">Calls the <see cref="OnEventAttribute"/> method.</param>
    public void OnEvent(string name, IReadOnlyList<EventArgument> arguments, EventMethod<T> handler)
        => _events.Add(new MethodRoute<T>(name, [.. arguments.Select(static argument => argument.Reader)], _format, handler));

    /// <summary>Adds the handler of all other events.</summary>
    /// <param name="handler">Calls the <see cref="OnAnyEventAttribute"/> method.</param>
    public void OnAnyEvent(EventMethod<T> handler) => _anyEvent = new MethodRoute<T>(name: null, [], _format, handler);

    /// <summary>Adds the handler of sockets that are disconnected.</summary>
    /// <param name="handler">Calls the <see cref="OnDisconnectAttribute"/> method.</param>
    public void OnDisconnect(Func<T, SocketIOSocket, IServiceProvider, SocketIODisconnectReason, ValueTask> handler) => _onDisconnect = handler;

    /// <summary>Describes an argument that a parameter takes.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="allowsNull">Whether the value may be null or absent.</param>
    /// <param name="isOptional">Whether the value may be absent, and <paramref name="defaultValue"/> takes its place.</param>
    /// <param name="defaultValue">The default value of the parameter.</param>
    public EventArgument Argument<TValue>(string parameter, bool allowsNull = false, bool isOptional = false, TValue? defaultValue = default)
        => new(new MemberReader<TValue>(parameter, ignoresCase: false, _format.TypeOf<TValue>(), new PayloadRule<TValue>(allowsNull, isOptional, defaultValue)));

    /// <summary>Makes what answers events with the results of a handler.</summary>
    /// <typeparam name="TAnswer">The type of a result.</typeparam>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for it.</exception>
    public EventAnswer<TAnswer> Answer<TAnswer>()
    {
        _format.TypeOf<TAnswer>();
        return new EventAnswer<TAnswer>();
    }

    internal SocketHandlers<T> Build(Func<SocketIOSocket, IServiceProvider, T> create) => new()
    {
        Create = create,
        OnConnect = _onConnect,
        Router = new EventRouter<T>(_events, _anyEvent),
        OnDisconnect = _onDisconnect,
    };
}
