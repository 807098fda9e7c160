using System.ComponentModel;
using SockJS.Payloads;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>An event on its way to a handler. Nothing of it is read, copied or allocated before it is asked for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EventCall
{
    private readonly ref readonly IncomingEvent _received;
    private readonly SocketIOSocket _socket;
    private readonly MemberReader[] _readers;
    private readonly ArgumentFormat _format;

    internal EventCall(ref readonly IncomingEvent received, SocketIOSocket socket, MemberReader[] readers, ArgumentFormat format)
    {
        _received = ref received;
        _socket = socket;
        _readers = readers;
        _format = format;
    }

    /// <summary>Gets the name of the event.</summary>
    public string Name => _received.ReadName();

    /// <summary>Gets the arguments of the event, in memory of their own.</summary>
    public SocketIOArguments Arguments => _received.KeepArguments(_format);

    /// <summary>Gets what answers the event.</summary>
    public SocketIOAck Ack => _socket.CreateAck(_received.AckId);

    /// <summary>Gets where an answer goes; <see langword="null"/> where none is wanted.</summary>
    internal AckTarget? Target => _received.AckId is { } id ? new AckTarget(_socket, id) : null;

    /// <summary>Reads an argument.</summary>
    /// <typeparam name="TValue">The type of the parameter, as it was described.</typeparam>
    /// <param name="index">The position of the argument.</param>
    public TValue Get<TValue>(int index)
    {
        var reader = (MemberReader<TValue>)_readers[index];
        var json = index < _received.Count ? _received.Get(index) : [];
        if (_received.Attachments is not { } attachments)
            return reader.Read(json);
        using (AttachmentScope.Reading(attachments))
            return reader.Read(json);
    }

    /// <summary>Answers the event without arguments, if an answer is wanted.</summary>
    public ValueTask AnswerAsync() => Target is { } target ? target.AnswerAsync() : default;

    /// <summary>Answers the event without arguments when its handler has ended, if an answer is wanted.</summary>
    /// <param name="handling">What the method returned.</param>
    public ValueTask AnswerAsync(ValueTask handling) => Target is { } target ? target.AnswerAsync(handling) : handling;

    /// <summary>Answers the event without arguments when its handler has ended, if an answer is wanted.</summary>
    /// <param name="handling">What the method returned.</param>
    public ValueTask AnswerAsync(Task handling) => AnswerAsync(new ValueTask(handling));
}
