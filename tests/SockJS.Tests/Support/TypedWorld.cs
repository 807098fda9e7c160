using System.Text.Json;
using SockJS.Sessions;
using SockJS.SourceGeneration;

namespace SockJS.Tests.Support;

/// <summary>One connection to a class whose methods take values.</summary>
internal sealed class TypedWorld : IDisposable
{
    private readonly SessionWorld _world;

    private TypedWorld(SessionWorld world, TypedHandler handler, SockJSSession session, RecordingSink sink)
    {
        _world = world;
        Handler = handler;
        Session = session;
        Sink = sink;
    }

    public TypedHandler Handler { get; }

    public SockJSSession Session { get; }

    public RecordingSink Sink { get; }

    public LogCollector Log => _world.Log;

    public MetricsRecorder Metrics => _world.Metrics;

    public ManualTimeProvider Time => _world.Time;

    public static async Task<TypedWorld> ConnectAsync(
        Action<MessageRoutes<TypedHandler>> messages,
        Action<SockJSOptions>? configure = null,
        bool isFlat = false,
        ClientInterface? client = null,
        Action<JsonSerializerOptions>? json = null)
    {
        var handler = new TypedHandler();
        var descriptor = new EndpointDescriptor<TypedHandler>(
            "/test", (_, _) => handler, messages, onClose: (self, _, _, reason) => self.Note($"closed {reason.Kind} {reason.Code}"))
        {
            IsFlat = isFlat,
            Client = client,
        };
        var world = SessionWorld.Of(descriptor, configure: configure, json: json);
        var (session, sink) = await world.ConnectAsync();
        return new TypedWorld(world, handler, session, sink);
    }

    /// <summary>Lets messages arrive; a handler that answers at once has done so when this returns.</summary>
    public void Receive(params string[] messages)
    {
        foreach (var message in messages)
        {
            Session.TryReceive(message);
            Session.Handle();
        }
    }

    public void Dispose() => _world.Dispose();
}
