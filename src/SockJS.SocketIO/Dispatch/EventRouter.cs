using System.Text.Json;
using SockJS.Payloads;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Chooses the method that handles an event, by the bytes of its name.</summary>
/// <param name="events">The methods that are for an event.</param>
/// <param name="other">The method that handles what no other does.</param>
internal sealed class EventRouter<T>(IReadOnlyList<EventRoute<T>> events, EventRoute<T>? other)
{
    private readonly MessageNames _names = new(events.Select(static one => one.Name!));
    private readonly EventRoute<T>[] _events = [.. events];

    /// <summary>Returns the method, if there is one: an event that nobody handles is no error.</summary>
    public EventRoute<T>? Find(in IncomingEvent received)
    {
        var reader = new Utf8JsonReader(received.RawName);
        reader.Read();
        var name = _names.Find(ref reader);
        return name < 0 ? other : _events[name];
    }
}
