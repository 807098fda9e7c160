using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class SeveralMessagesTests
{
    [Fact]
    public async Task Without_a_name_all_after_the_first_are_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M(string room, IDisposable d, string {|SOCKJS106:text|}, int {|SOCKJS106:more|}) { } }""");

        Assert.Equal(
            "'M' cannot take 'text' beside 'room', since the parameter of a method without a name is the whole message: take one type that has all, or mark a service with [FromServices]",
            messages[0]);
    }

    [Theory]
    [InlineData("string text, Store {|SOCKJS106:store|}")]
    [InlineData("Store {|SOCKJS106:store|}, string text, Store {|SOCKJS106:other|}")]
    [InlineData("Store store, Store {|SOCKJS106:other|}")]
    [InlineData("int n, List<Store> {|SOCKJS106:stores|}")]
    [InlineData("int n, Store[] {|SOCKJS106:stores|}")]
    [InlineData("int n, ReadOnlyMemory<byte> {|SOCKJS106:bytes|}")]
    [InlineData("int n, object {|SOCKJS106:value|}")]
    public async Task With_a_name_all_that_are_no_plain_values_are_reported(string parameters)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""
            public sealed class Store;
            [SockJSEndpoint("/a")] public partial class A { [OnMessage("m")] void M({{parameters}}) { } }
            """);

        Assert.Contains("since of several parameters each is a plain value: take one type that has all", messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string a, bool b, char c, byte d, sbyte e, short f, ushort g, int h, uint i, long j, ulong k")]
    [InlineData("float a, double b, decimal c, Half d, Int128 e, UInt128 f, DayOfWeek g")]
    [InlineData("Guid a, DateTime b, DateTimeOffset c, DateOnly d, TimeOnly e, TimeSpan f, Uri g, System.Text.Json.JsonElement h")]
    [InlineData("int? a, DayOfWeek? b, string? c, System.Text.Json.JsonElement? d")]
    [InlineData("int[] a, string?[][] b, List<Guid> c, IReadOnlyList<int?> d, Dictionary<string, int[]> e, System.Collections.Immutable.ImmutableArray<int> f")]
    [InlineData("string text, [Microsoft.AspNetCore.Mvc.FromServices] Store store, [FromKeyedServices(1)] string key")]
    public async Task Plain_values_and_collections_of_them_are_fine(string parameters)
        => await AnalyzerTest.VerifyAsync(
            $$"""
            public sealed class Store;
            [SockJSEndpoint("/a")] public partial class A { [OnMessage("m")] void M({{parameters}}) { } }
            """);

    [Fact]
    public async Task A_string_that_is_a_service_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M([FromKeyedServices("greeting")] string greeting, string text) { } }""");
}
