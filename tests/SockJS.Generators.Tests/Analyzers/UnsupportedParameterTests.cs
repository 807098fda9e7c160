using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedParameterTests
{
    [Theory]
    [InlineData("OnMessage", "{|SOCKJS105:Version|} payload", "Version")]
    [InlineData("OnMessage", "{|SOCKJS105:int|} payload", "int")]
    [InlineData("OnMessage", "{|SOCKJS105:string[]|} payload", "string[]")]
    [InlineData("OnMessage", "{|SOCKJS105:SockJSCloseReason|} reason", "SockJSCloseReason")]
    [InlineData("OnMessage", "ref {|SOCKJS105:string|} message", "ref string")]
    [InlineData("OnMessage", "in {|SOCKJS105:string|} message", "in string")]
    [InlineData("OnMessage", "params {|SOCKJS105:string[]|} messages", "params string[]")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] {|SOCKJS105:int?|} number", "int?")]
    [InlineData("OnOpen", "{|SOCKJS105:string|} message", "string")]
    [InlineData("OnOpen", "{|SOCKJS105:int|} number", "int")]
    [InlineData("OnOpen", "{|SOCKJS105:SockJSCloseReason|} reason", "SockJSCloseReason")]
    [InlineData("OnOpen", "{|SOCKJS105:dynamic|} service", "dynamic")]
    [InlineData("OnClose", "{|SOCKJS105:string|} message", "string")]
    public async Task A_parameter_that_nothing_fits_is_reported(string attribute, string parameter, string type)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [{{attribute}}] void M({{parameter}}) { } {{(attribute == "OnClose" ? "[OnOpen] void O() { }" : "")}} }""");

        Assert.Contains($"of the [{attribute}] method cannot have the type '{type}'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_says_what_to_do()
        => Assert.EndsWith(
            "take the message as a string, or mark a service with [FromServices]",
            Assert.Single(await AnalyzerTest.VerifyAsync("""[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M({|SOCKJS105:Version|} v) { } }""")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("OnMessage", "SockJSConnection c, string? m, CancellationToken t, IServiceProvider s, IDisposable d, IEnumerable<Version> e")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] Version v, [FromKeyedServices(1)] int n, IDisposable? d = null")]
    [InlineData("OnOpen", "SockJSConnection c, CancellationToken t, IServiceProvider s, IDisposable d, Version v, Func<int> f")]
    [InlineData("OnClose", "SockJSConnection c, SockJSCloseReason r, Version v, [FromKeyedServices(\"a\")] string text")]
    public async Task Everything_that_can_be_supplied_is_fine(string attribute, string parameters)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [{{attribute}}] void M({{parameters}}) { } {{(attribute == "OnClose" ? "[OnOpen] void O() { }" : "")}} }""");
}
