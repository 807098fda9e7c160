using Microsoft.Extensions.DependencyInjection;
using SockJS.Payloads;
using Xunit;

namespace SockJS.Generators.Tests.Run;

public sealed class TypedEndpointTests
{
    private readonly FakeConnection _connection = new();

    [Fact]
    public async Task A_message_goes_to_the_method_of_its_name()
        => Assert.Equal(
            ["""{"type":"said","data":{"text":"hi","room":3}}""", "who", "Other [1]"],
            await RunAsync(
                """
                public sealed record Say(string Text, int Room);

                [SockJSEndpoint("/a")]
                public partial class A
                {
                    [OnMessage("say", Reply = "said")] Say OnSay(Say say) => say;
                    [OnMessage("who")] ValueTask Who(SockJSConnection connection) => connection.SendAsync("who");
                    [OnMessage] string Other(System.Text.Json.JsonElement message) => $"Other {message}";
                }
                """,
                """{"type":"say","data":{"text":"hi","room":3}}""",
                """{"data":1,"type":"who"}""",
                "[1]"));

    [Theory]
    [InlineData("int n", "7", "7")]
    [InlineData("int? n", "null", "null")]
    [InlineData("int n = 5", "", "5")]
    [InlineData("int n = -5", "2", "2")]
    [InlineData("int? n = null", "", "null")]
    [InlineData("long n = long.MinValue", "", "-9223372036854775808")]
    [InlineData("byte n = 255", "", "255")]
    [InlineData("uint n = 5", "", "5")]
    [InlineData("decimal n = -1.50m", "", "-1.50")]
    [InlineData("double n = 1e300", "", "1E+300")]
    [InlineData("float n = -0.25f", "", "-0.25")]
    [InlineData("bool n = true", "", "True")]
    [InlineData("char n = '\\''", "", "'")]
    [InlineData("string n = \"a \\\"b\\\" {c}\\n\\u2028\"", "", "a \"b\" {c}\n\u2028")]
    [InlineData("string? n = default", "", "null")]
    [InlineData("string n = null!", "null", "null")]
    [InlineData("DayOfWeek n = DayOfWeek.Friday", "", "Friday")]
    [InlineData("DayOfWeek n = (DayOfWeek)(-9)", "", "-9")]
    [InlineData("DayOfWeek? n = DayOfWeek.Friday", "", "Friday")]
    [InlineData("@class n = @class.@event", "", "event")]
    [InlineData("Guid n = default", "", "00000000-0000-0000-0000-000000000000")]
    [InlineData("string[] n", "[\"x\"]", "System.String[]")]
    [InlineData("Box<Box<int?>?>? n", "{\"value\":null}", "Box")]
    [InlineData("(int, string) n", "{}", "(0, )")]
    [InlineData("ReadOnlyMemory<char> n", "\"x\"", "x")]
    [InlineData("object n", "{}", "{}")]
    public async Task A_parameter_gets_the_payload_or_its_default(string parameter, string data, string expected)
        => Assert.Equal(
            [expected],
            await RunAsync(
                $$"""
                public enum @class { @event = 3 }
                public sealed class Box<T> { public T? Value { get; set; } public override string ToString() => "Box"; }

                [SockJSEndpoint("/a")]
                public partial class A
                {
                    [OnMessage("m")] string M({{parameter}}) => FormattableString.Invariant($"{(object?)n ?? "null"}");
                }
                """,
                data.Length == 0 ? """{"type":"m"}""" : $$"""{"type":"m","data":{{data}}}"""));

    [Theory]
    [InlineData("int n", "null")]
    [InlineData("int n", "")]
    [InlineData("string n", "null")]
    [InlineData("string n = \"\"", "null")]
    [InlineData("List<int> n", "")]
    [InlineData("int n, int m", "{\"n\":1}")]
    public async Task What_a_parameter_does_not_allow_is_refused(string parameters, string data)
        => Assert.Equal(
            InvalidMessageKind.WrongPayload,
            (await Assert.ThrowsAsync<InvalidMessageException>(() => RunAsync(
                $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage("m")] void M({{parameters}}) { } }""",
                data.Length == 0 ? """{"type":"m"}""" : $$"""{"type":"m","data":{{data}}}"""))).Kind);

    [Fact]
    public async Task Members_of_the_payload_are_found_by_the_names_of_parameters()
        => Assert.Equal(
            ["hi 2 1 Friday null True", "x 0 7 Monday k True"],
            await RunAsync(
                """
                [SockJSEndpoint("/a")]
                public partial class A
                {
                    [OnMessage("m")]
                    string M(string someText, List<int> numbers, SockJSConnection connection, int @event = 7, DayOfWeek day = DayOfWeek.Monday, string? @default = null)
                        => $"{someText} {numbers.Count} {@event} {day} {@default ?? "null"} {connection is not null}";
                }
                """,
                """{"type":"m","data":{"someText":"hi","numbers":[1,2],"event":1,"day":5}}""",
                """{"type":"m","data":{"default":"k","numbers":[],"someText":"x","more":{}}}"""));

    [Theory]
    [InlineData("int M() => 1;", new[] { "1" })]
    [InlineData("int? M() => null;", new string[0])]
    [InlineData("async Task<object> M() { await Task.Yield(); return new[] { 1 }; }", new[] { "[1]" })]
    [InlineData("ValueTask<List<string?>?> M() => new(new List<string?> { null });", new[] { "[null]" })]
    [InlineData("Task<string[]?> M() => Task.FromResult<string[]?>(null);", new string[0])]
    [InlineData("async IAsyncEnumerable<int?> M() { yield return 1; await Task.Yield(); yield return null; yield return 2; }", new[] { "1", "2" })]
    [InlineData("async IAsyncEnumerable<object?> M() { yield return \"a\"; await Task.Yield(); yield return null; }", new[] { "\"a\"" })]
    public async Task Any_result_is_sent(string method, string[] expected)
    {
        Assert.Equal(expected, await RunAsync($$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{method}} }""", "x"));

        _connection.Sent.Clear();
        Assert.Equal(
            expected.Select(value => $$"""{"type":"r","data":{{value}}}"""),
            await RunAsync($$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage("m", Reply = "r")] {{method}} }""", """{"type":"m"}"""));
    }

    [Fact]
    public async Task A_client_interface_sends_messages()
        => Assert.Equal(
            [
                """{"type":"said","data":{"text":"hi"}}""",
                """{"type":"left"}""",
                """{"type":"joined","data":"me"}""",
                """{"type":"moved","data":{"x":1,"isFast":true}}""",
                """{"type":"up-to-date","data":null}""",
                """{"type":"many","data":{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9}}""",
            ],
            await RunAsync(
                """
                public sealed record Said(string Text);
                public interface IBase { ValueTask LeftAsync(); }
                public interface IChat<T> : IBase
                {
                    ValueTask SaidAsync(T said);
                    Task JoinedAsync(string who, CancellationToken token);
                    Task MovedAsync(int x, bool isFast);
                    [Message("up-to-date")] ValueTask Current(T? said);
                    ValueTask Many(int a, int b, int c, int d, int e, int f, int g, int h, int i);
                }

                [SockJSEndpoint("/a", Client = typeof(IChat<Said>))]
                public partial class A
                {
                    [OnMessage]
                    async Task M(SockJSConnection connection)
                    {
                        var client = connection.Client<IChat<Said>>();
                        await client.SaidAsync(new Said("hi"));
                        await client.LeftAsync();
                        await client.JoinedAsync("me", default);
                        await client.MovedAsync(1, true);
                        await client.Current(null);
                        await client.Many(1, 2, 3, 4, 5, 6, 7, 8, 9);
                    }
                }
                """,
                "x"));

    [Fact]
    public async Task The_attribute_says_how_messages_look()
        => Assert.Equal(
            ["""{"kind":"said","some_text":"hi"}""", """{"kind":"moved","to_the_left":1,"up":2}"""],
            await RunAsync(
                """
                using System.Text.Json.Serialization;

                public sealed record Say(string SomeText);
                public interface IClient { ValueTask Moved(int toTheLeft, int up); }

                [JsonSerializable(typeof(Say))]
                [JsonSerializable(typeof(int))]
                [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
                internal sealed partial class AppJson : JsonSerializerContext;

                [SockJSEndpoint("/a", JsonContext = typeof(AppJson), TypeProperty = "kind", Shape = SockJSMessageShape.Flat, Client = typeof(IClient))]
                public partial class A
                {
                    [OnMessage("say", Reply = "said")] Say OnSay(Say say) => say;
                    [OnMessage("move")] ValueTask Move(int toTheLeft, int up, SockJSConnection connection) => connection.Client<IClient>().Moved(toTheLeft, up);
                }
                """,
                """{"kind":"say","some_text":"hi"}""",
                """{"to_the_left":1,"kind":"move","up":2}"""));

    [Fact]
    public async Task A_context_without_settings_takes_those_of_the_server()
        => Assert.Equal(
            ["""{"someText":"hi"}"""],
            await RunAsync(
                """
                using System.Text.Json.Serialization;

                public sealed record Say(string SomeText);

                [SockJSEndpoint("/a", JsonContext = typeof(OwnJson), DataProperty = "payload")]
                public partial class A
                {
                    [OnMessage("say")] Say OnSay(Say say) => say;

                    [JsonSerializable(typeof(Say))]
                    private sealed partial class OwnJson : JsonSerializerContext;
                }
                """,
                """{"type":"say","payload":{"someText":"hi"}}"""));

    [Fact]
    public async Task Handlers_of_base_classes_work()
        => Assert.Equal(
            ["open 1", "derived hi", "virtual"],
            await RunAsync(
                """
                public abstract class Base<T>
                {
                    [OnOpen] protected string Open() => $"open {Count}";
                    [OnMessage("say")] protected abstract string OnSay(T text);
                    [OnMessage("who")] public virtual string Who() => "base";
                    protected virtual int Count => 0;
                }

                [SockJSEndpoint("/a")]
                public partial class A : Base<string>
                {
                    protected override string OnSay(string said) => "derived " + said;
                    public override string Who() => "virtual";
                    protected override int Count => 1;
                }
                """,
                """{"type":"say","data":"hi"}""",
                """{"type":"who"}"""));

    private async Task<List<string>> RunAsync(string source, params string[] messages)
    {
        var app = new CompiledApp(source);
        using var services = new ServiceCollection().BuildServiceProvider();
        await using (var handler = app.Connect("A", _connection, services))
        {
            await handler.OnOpenAsync();
            foreach (var message in messages)
                await handler.OnMessageAsync(message);
        }

        return _connection.Sent;
    }
}
