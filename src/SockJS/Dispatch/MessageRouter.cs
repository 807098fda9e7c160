using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>Chooses the method that handles a message.</summary>
/// <typeparam name="T">The endpoint class.</typeparam>
internal sealed class MessageRouter<T>
{
    private readonly MessageShape _shape;
    private readonly MessageNames _names;
    private readonly MessageRoute<T>[] _named;
    private readonly MessageRoute<T>? _other;

    /// <summary>Makes the router of an endpoint.</summary>
    /// <param name="shape">The shape of its messages, if any of its methods has a name.</param>
    /// <param name="named">The methods that have a name.</param>
    /// <param name="other">The method that handles what no other does.</param>
    public MessageRouter(MessageShape shape, IReadOnlyList<(string Name, MessageRoute<T> Route)> named, MessageRoute<T>? other)
    {
        _shape = shape;
        _names = new MessageNames(named.Select(static one => one.Name));
        _named = [.. named.Select(static one => one.Route)];
        _other = other;
    }

    /// <summary>Returns the method for a message, and what to give it.</summary>
    /// <exception cref="InvalidMessageException">There is none.</exception>
    public MessageRoute<T>? Find(ReadOnlySpan<byte> message, out Payload payload)
    {
        payload = new Payload(message, isMessage: true);
        if (_names.IsEmpty)
            return _other;
        // The method for everything else gets what has no name, too, be it JSON or not.
        var isObject = message.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
        if (_other is not null && !isObject)
            return _other;

        var index = EnvelopeReader.Read(message, _shape, _names, out var enveloped);
        if (index >= 0)
        {
            payload = enveloped;
            return _named[index];
        }

        return _other ?? throw new InvalidMessageException(InvalidMessageKind.UnknownName, "No handler has the name of the message.");
    }
}
