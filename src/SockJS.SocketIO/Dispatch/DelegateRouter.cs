using System.Text.Json;
using SockJS.Payloads;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Chooses the delegate that handles an event, by the bytes of its name.</summary>
internal sealed class DelegateRouter(IReadOnlyDictionary<string, Func<SocketIOSocket, SocketIOArguments, SocketIOAck, ValueTask>> events)
{
    private readonly MessageNames _names = new(events.Keys);
    private readonly DelegateRoute[] _routes = [.. events.Select(static one => new DelegateRoute(one.Key, one.Value))];

    /// <summary>Returns the delegate, if there is one.</summary>
    /// <param name="rawName">The JSON of the name: a string with its quotes, or a number.</param>
    public DelegateRoute? Find(ReadOnlySpan<byte> rawName)
    {
        var reader = new Utf8JsonReader(rawName);
        reader.Read();
        var index = _names.Find(ref reader);
        return index < 0 ? null : _routes[index];
    }
}
