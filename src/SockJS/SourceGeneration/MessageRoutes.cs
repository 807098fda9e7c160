using System.ComponentModel;
using SockJS.Dispatch;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>The message handlers of an endpoint class, added by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageRoutes<T>
    where T : class
{
    private readonly MessageFormat _format;
    private readonly List<(string Name, MessageRoute<T> Route)> _named = [];
    private MessageRoute<T>? _other;

    internal MessageRoutes(MessageFormat format) => _format = format;

    // Where text is all that an endpoint takes, its messages need not be UTF-8 first.
    internal Func<T, SockJSConnection, IServiceProvider, string, ValueTask>? OnText
        => _named.Count == 0 && _other is PayloadRoute<T, string> { IsStream: false } route ? route.Invoke : null;

    /// <summary>Adds a handler that takes nothing of the message.</summary>
    /// <param name="name">The name of the messages; <see langword="null"/> for all others.</param>
    /// <param name="handler">Calls the <see cref="OnMessageAttribute"/> method.</param>
    /// <param name="isStream">Whether it sends a sequence, beside the messages that follow.</param>
    public void On(string? name, Func<T, SockJSConnection, IServiceProvider, ValueTask> handler, bool isStream = false)
        => Add(name, new PlainRoute<T>(handler, isStream));

    /// <summary>Adds a handler that takes the payload.</summary>
    /// <typeparam name="TPayload">The type of the parameter.</typeparam>
    /// <param name="name">The name of the messages; <see langword="null"/> for all others.</param>
    /// <param name="handler">Calls the <see cref="OnMessageAttribute"/> method.</param>
    /// <param name="allowsNull">Whether the payload may be null or absent.</param>
    /// <param name="isOptional">Whether the payload may be absent, and <paramref name="defaultValue"/> takes its place.</param>
    /// <param name="defaultValue">The default value of the parameter.</param>
    /// <param name="isStream">Whether it sends a sequence, beside the messages that follow.</param>
    public void On<TPayload>(
        string? name,
        Func<T, SockJSConnection, IServiceProvider, TPayload, ValueTask> handler,
        bool allowsNull = false,
        bool isOptional = false,
        TPayload? defaultValue = default,
        bool isStream = false)
    {
        var reader = _format.ReaderOf(new PayloadRule<TPayload>(allowsNull, isOptional, defaultValue));
        Add(name, new PayloadRoute<T, TPayload>(reader, handler, isStream));
    }

    /// <summary>Adds a handler that takes members of the payload.</summary>
    /// <param name="name">The name of the messages.</param>
    /// <param name="members">The members, in the order in which the handler asks for them.</param>
    /// <param name="handler">Calls the <see cref="OnMessageAttribute"/> method.</param>
    /// <param name="isStream">Whether it sends a sequence, beside the messages that follow.</param>
    public void OnMembers(string name, IReadOnlyList<PayloadMember> members, MembersHandler<T> handler, bool isStream = false)
        => Add(name, new MembersRoute<T>([.. members.Select(static member => member.Reader)], _format.Reading, handler, isStream));

    /// <summary>Describes a member of a payload that a parameter takes.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="allowsNull">Whether the value may be null or absent.</param>
    /// <param name="isOptional">Whether the value may be absent, and <paramref name="defaultValue"/> takes its place.</param>
    /// <param name="defaultValue">The default value of the parameter.</param>
    public PayloadMember Member<TValue>(string parameter, bool allowsNull = false, bool isOptional = false, TValue? defaultValue = default)
        => new(_format.MemberReaderOf(parameter, new PayloadRule<TValue>(allowsNull, isOptional, defaultValue)));

    /// <summary>Makes what sends the results of a handler back.</summary>
    /// <typeparam name="TReply">The type of a result.</typeparam>
    /// <param name="name">The name of the message; <see langword="null"/> for none, and no envelope.</param>
    public MessageReply<TReply> Reply<TReply>(string? name = null) => new(name, _format.TypeOf<TReply>());

    internal MessageRouter<T>? Build()
        => OnText is not null || (_named.Count == 0 && _other is null) ? null : new MessageRouter<T>(_format, _named, _other);

    private void Add(string? name, MessageRoute<T> route)
    {
        route.Name = name;
        if (name is null)
            _other = route;
        else
            _named.Add((name, route));
    }
}
