using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.SourceGeneration;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Dispatch;

/// <summary>A socket of <see cref="TestNamespace"/>, as the server makes one of what generated code says.</summary>
internal sealed class TestSocket : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ISocketHandler _handler;

    public TestSocket(string auth = "{}", bool closes = false)
    {
        var format = new ArgumentFormats(new JsonSerializerOptions(JsonSerializerDefaults.Web)).Create("/test-{id}", TestNamespaceJson.Default);
        _services = new ServiceCollection().AddScoped(_ => Diary).BuildServiceProvider();
        var handlers = DescriptorOf<TestNamespace>().Build(format);
        var create = handlers.Create;
        handlers = handlers with { Create = (socket, services) => Instance = create(socket, services) };
        var refusals = new EventRefusals(Log, TimeProvider.System, closes: closes);
        Socket = new FakeSocket(format, auth);
        _handler = new ClassHandler<TestNamespace>(handlers, refusals, _services.GetRequiredService<IServiceScopeFactory>()).Create(Socket);
    }

    public Diary Diary { get; } = new();

    public ListLogger Log { get; } = new();

    public FakeSocket Socket { get; }

    public TestNamespace? Instance { get; private set; }

    public static IncomingEvent Event(string json, ulong? ackId = null, params byte[][] attachments)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        Assert.True(ArgumentTable.TryRead(utf8, 64, out var table));
        return new IncomingEvent
        {
            Json = utf8,
            Table = table,
            AckId = ackId,
            Attachments = attachments.Length == 0 ? null : [.. attachments.Select(static one => (ReadOnlyMemory<byte>)one)],
        };
    }

    public async Task<TestSocket> ConnectAsync()
    {
        await _handler.ConnectAsync();
        return this;
    }

    public ValueTask HandleAsync(string json, ulong? ackId = null, params byte[][] attachments) => HandleAsync(Event(json, ackId, attachments));

    public ValueTask HandleAsync(in IncomingEvent received) => _handler.HandleAsync(in received);

    public ValueTask DisconnectAsync() => _handler.DisconnectAsync(SocketIODisconnectReason.TransportClose);

    public async ValueTask DisposeAsync()
    {
        await _handler.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static NamespaceDescriptor<T> DescriptorOf<T>()
        where T : class, ISocketIONamespace<T>
        => T.Describe();
}
