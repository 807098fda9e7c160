using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>Chooses the method that handles a message.</summary>
/// <typeparam name="T">The endpoint class.</typeparam>
internal sealed class MessageRouter<T>
{
    private readonly MessageFormat _format;
    private readonly MessageNames _names;
    private readonly MessageRoute<T>[] _named;
    private readonly MessageRoute<T>? _other;

    /// <summary>Makes the router of an endpoint.</summary>
    /// <param name="format">How its messages look, if any of its methods has a name.</param>
    /// <param name="named">The methods that have a name.</param>
    /// <param name="other">The method that handles what no other does.</param>
    public MessageRouter(MessageFormat format, IReadOnlyList<(string Name, MessageRoute<T> Route)> named, MessageRoute<T>? other)
    {
        _format = format;
        _names = new MessageNames(named.Select(static one => one.Name));
        _named = [.. named.Select(static one => one.Route)];
        _other = other;
    }

    /// <summary>Returns the method for a message, and what to give it. The one for everything else gets the whole message, be it JSON or not.</summary>
    /// <exception cref="InvalidMessageException">There is none.</exception>
    public MessageRoute<T>? Find(ReadOnlySpan<byte> message, out Payload payload)
    {
        payload = new Payload(message, isMessage: true);
        if (_names.IsEmpty)
            return _other;
        if (_other is not null && !IsObject(message))
            return _other;

        int name;
        Payload enveloped;
        try
        {
            name = EnvelopeReader.Read(message, _format.Shape, _names, out enveloped, _format.Reading);
        }
        catch (InvalidMessageException) when (_other is not null)
        {
            return _other;
        }

        if (name < 0)
            return _other ?? throw NotHandled(name);
        payload = enveloped;
        return _named[name];
    }

    // Most of what is no object needs no exception to be known for it.
    private static bool IsObject(ReadOnlySpan<byte> message) => message.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private static InvalidMessageException NotHandled(int name) => name == MessageNames.None
        ? new InvalidMessageException(InvalidMessageKind.NoEnvelope, "The message has no name.")
        : new InvalidMessageException(InvalidMessageKind.UnknownName, "No handler has the name of the message.");
}
