using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.Diagnostics;
using SockJS.Groups;
using SockJS.SocketIO.Connections;
using SockJS.SocketIO.Diagnostics;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;
using SockJS.Tests.Support;

namespace SockJS.SocketIO.Tests.Support;

/// <summary>An endpoint with some namespaces and nothing below them.</summary>
internal sealed partial class SocketWorld
{
    private readonly SocketIOEngine _engine;

    public SocketWorld(
        Action<SocketIOBuilder> namespaces, Action<SocketIOOptions>? configure = null, TimeProvider? time = null, IServiceProvider? services = null,
        MetricsRecorder? metrics = null)
    {
        var options = new SocketIOOptions();
        options.Json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = TestJson.Default, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        configure?.Invoke(options);
        var builder = new SocketIOBuilder(services ?? EmptyServices.Instance);
        namespaces(builder);
        var context = new NamespaceContext(options, time ?? TimeProvider.System, Log, Backplane, "/socket.io")
        {
            Metrics = metrics is null ? null : new SockJSMetrics(metrics, "/socket.io"),
            Instruments = metrics is null ? null : new SocketInstruments(metrics),
        };
        Table = new NamespaceTable(builder.Namespaces, new ArgumentFormats(options.Json, fallback: null, options.Parser), context);
        _engine = new SocketIOEngine(Table);
        Directory.Add(Table);
    }

    /// <summary>Makes an endpoint with the namespace "/" only.</summary>
    public SocketWorld(Action<SocketIONamespaceBuilder> configure, Action<SocketIOOptions>? options = null, TimeProvider? time = null)
        : this((SocketIOBuilder io) => io.Namespace("/", configure), options, time)
    {
    }

    public ListLogger Log { get; } = new();

    public InProcessBackplane Backplane { get; } = new();

    public NamespaceTable Table { get; }

    public NamespaceDirectory Directory { get; } = new();

    public TestClient Connect(string? userName = null) => new(_engine, userName);

    public sealed record Say(string Text, byte[]? Data = null);

    public record Animal(string Name);

    /// <summary>Nobody has metadata for it.</summary>
    public sealed record Cat(string Name, int Lives) : Animal(Name);

    [JsonSerializable(typeof(Say))]
    [JsonSerializable(typeof(Animal))]
    [JsonSerializable(typeof(JsonElement))]
    [JsonSerializable(typeof(string[]))]
    [JsonSerializable(typeof(int[]))]
    [JsonSerializable(typeof(IEnumerable<int>))]
    [JsonSerializable(typeof(double[]))]
    [JsonSerializable(typeof(List<string>))]
    internal sealed partial class TestJson : JsonSerializerContext;

    private sealed class EmptyServices : IServiceProvider
    {
        public static readonly EmptyServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
