using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class FlatPayloadTests
{
    [Theory]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:string|} text) { }", "string")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:int?|} number) { }", "int?")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:DayOfWeek|} day) { }", "DayOfWeek")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:Guid|} id) { }", "Guid")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:ReadOnlyMemory<byte>|} bytes) { }", "ReadOnlyMemory<byte>")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:Say[]|} all) { }", "Say[]")]
    [InlineData("[OnMessage(\"m\")] void M({|SOCKJS203:List<Say>|} all) { }", "List<Say>")]
    [InlineData("[OnMessage(\"m\", Reply = \"r\")] {|SOCKJS203:int|} M() => 1;", "int")]
    [InlineData("[OnMessage(\"m\", Reply = \"r\")] {|SOCKJS203:Task<string?>|} M() => Task.FromResult<string?>(null);", "string?")]
    public async Task A_payload_without_members_is_reported(string method, string type)
        => Assert.Equal(
            $"'{type}' is no JSON object, and in a flat shape the members of the payload stand beside the name of the message",
            Assert.Single(await AnalyzerTest.VerifyAsync(Flat(method))));

    [Fact]
    public async Task A_client_interface_of_endpoints_in_both_shapes_is_reported_once()
        => await AnalyzerTest.VerifyAsync(
            """
            public interface IClient { ValueTask Said({|SOCKJS203:string|} text, CancellationToken token); ValueTask Moved(int x, int y); ValueTask Left(CancellationToken token); }
            [SockJSEndpoint("/a", Shape = SockJSMessageShape.Flat, Client = typeof(IClient))] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint("/b", Shape = SockJSMessageShape.Flat, Client = typeof(IClient))] public partial class B { [OnMessage] void M() { } }
            [SockJSEndpoint("/c", Client = typeof(IClient))] public partial class C { [OnMessage] void M() { } }
            """);

    [Theory]
    [InlineData("[OnMessage(\"m\")] void M(Say say) { }")]
    [InlineData("[OnMessage(\"m\")] void M(Dictionary<string, int> values) { }")]
    [InlineData("[OnMessage(\"m\")] void M(IReadOnlyDictionary<string, int> values) { }")]
    [InlineData("[OnMessage(\"m\")] void M(System.Text.Json.JsonElement value) { }")]
    [InlineData("[OnMessage(\"m\")] void M(System.Text.Json.Nodes.JsonObject value) { }")]
    [InlineData("[OnMessage(\"m\")] void M(object value) { }")]
    [InlineData("[OnMessage(\"m\")] void M(string text, int number) { }")]
    [InlineData("[OnMessage(\"m\")] int M() => 1;")]
    [InlineData("[OnMessage] int M(string text) => 1;")]
    [InlineData("[OnMessage(\"m\", Reply = \"r\")] Say M() => new(\"\");")]
    public async Task Objects_and_messages_without_a_name_are_fine(string method) => await AnalyzerTest.VerifyAsync(Flat(method));

    private static string Flat(string method)
        => $$"""
            public sealed record Say(string Text);
            [SockJSEndpoint("/a", Shape = SockJSMessageShape.Flat)] public partial class A { {{method}} }
            """;
}
