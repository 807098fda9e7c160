using System.Diagnostics.Metrics;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SockJS.Diagnostics;
using SockJS.Dispatch;
using SockJS.Hosting;
using SockJS.Payloads;
using SockJS.Sessions;
using SockJS.SourceGeneration;

namespace SockJS.Benchmarks;

/// <summary>What it costs that a handler takes and returns values, and that messages have names.</summary>
[MemoryDiagnoser]
public partial class TypedBenchmarks
{
    private const string Value = """{\"text\":\"The quick brown fox jumps over the lazy dog. 0123456789 abcdefghi\",\"seq\":4711}""";

    private static readonly MessageFormat s_format = new(TypedJson.Default.Options, TypedJson.Default.Options, MessageShape.Default, "/bench");
    private static readonly byte[] s_value = [.. "[\""u8, .. System.Text.Encoding.UTF8.GetBytes(Value), .. "\"]"u8];
    private static readonly byte[] s_named =
        [.. "[\"{\\\"type\\\":\\\"say\\\",\\\"data\\\":"u8, .. System.Text.Encoding.UTF8.GetBytes(Value), .. "}\"]"u8];

    private SockJSSession _text = null!;
    private SockJSSession _typed = null!;
    private SockJSSession _named = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _text = await OpenAsync(static routes => routes.On<string>(
            null, static (_, connection, _, payload) => HandlerResult.SendAsync(connection, payload)));
        _typed = await OpenAsync(static routes =>
        {
            var reply = routes.Reply<Said>();
            routes.On<Said>(null, (_, connection, _, payload) => reply.SendAsync(connection, payload));
        });
        _named = await OpenAsync(static routes =>
        {
            var reply = routes.Reply<Said>("said");
            routes.On("who", static (_, _, _) => default);
            routes.On<Said>("say", (_, connection, _, payload) => reply.SendAsync(connection, payload));
        });
    }

    [Benchmark(Baseline = true)]
    public void Text() => Receive(_text, s_value);

    [Benchmark]
    public void Typed() => Receive(_typed, s_value);

    [Benchmark]
    public void TypedAndNamed() => Receive(_named, s_named);

    private static void Receive(SockJSSession session, byte[] payload)
    {
        var position = 0;
        session.TryReceive(payload, ref position);
        session.Handle();
    }

    private static async Task<SockJSSession> OpenAsync(Action<MessageRoutes<Echo>> messages)
    {
        var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var options = new SockJSOptions();
        var metrics = new SockJSMetrics(services.GetRequiredService<IMeterFactory>(), "/bench");
        var handlers = new EndpointDescriptor<Echo>("/bench", static (_, _) => new Echo(), messages).Build(s_format);
        var runner = new ClassRunner<Echo>(handlers, s_format, new FailureHandler(options, metrics, NullLogger.Instance, TimeProvider.System), services);
        var table = new SessionTable(new SockJSSessionContext(options, TimeProvider.System, metrics, NullLogger.Instance, runner));
        var client = new SockJSClientInfo { Headers = new HeaderDictionary(), Path = "/bench", QueryString = "" };
        var session = (SockJSSession)table.Open(key: null, SockJSTransports.WebSocket, new ClaimsPrincipal(), client)!;
        session.Attach(new NullSink(), session.User, out _);
        while (!session.IsOpen)
            await Task.Yield();
        await Task.Delay(50);
        return session;
    }

    private sealed class Echo;

    internal sealed record Said(string Text, long Seq);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Said))]
    private sealed partial class TypedJson : JsonSerializerContext;
}
