using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidNameTests
{
    [Theory]
    [InlineData("[OnMessage({|SOCKJS110:\"\"|})] void M() { }", "The message name of 'M' is empty")]
    [InlineData("[OnMessage({|SOCKJS110:\" \\t\"|})] void M() { }", "The message name of 'M' is empty")]
    [InlineData("[OnMessage(Reply = {|SOCKJS110:\"\"|})] string M() => \"\";", "The reply name of 'M' is empty")]
    [InlineData("[OnMessage(\"m\", Reply = {|SOCKJS110:\" \"|})] void M() { }", "The reply name of 'M' is empty")]
    public async Task A_handler_with_an_empty_name_is_reported(string method, string message)
        => Assert.Equal(message, Assert.Single(await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { {{method}} }""")));

    [Fact]
    public async Task Empty_names_are_not_reported_as_the_same_too()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage({|SOCKJS110:""|})] void M() { } [OnMessage({|SOCKJS110:""|})] void N() { } [OnMessage] void O() { } }""");

    [Theory]
    [InlineData("TypeProperty = {|SOCKJS110:\"\"|}", "The TypeProperty of 'A' is empty")]
    [InlineData("TypeProperty = {|SOCKJS110:null!|}", "The TypeProperty of 'A' is empty")]
    [InlineData("DataProperty = {|SOCKJS110:\" \"|}", "The DataProperty of 'A' is empty")]
    [InlineData("DataProperty = {|SOCKJS110:\"type\"|}", "The DataProperty of 'A' is the TypeProperty too, 'type'")]
    [InlineData("TypeProperty = {|SOCKJS110:\"data\"|}", "The TypeProperty of 'A' is the DataProperty too, 'data'")]
    [InlineData("TypeProperty = \"x\", DataProperty = {|SOCKJS110:\"x\"|}", "The DataProperty of 'A' is the TypeProperty too, 'x'")]
    public async Task A_member_without_a_name_of_its_own_is_reported(string property, string message)
        => Assert.Equal(
            message,
            Assert.Single(await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a", {{property}})] public partial class A { [OnMessage("m")] void M() { } }""")));

    [Theory]
    [InlineData("TypeProperty = \"kind\", DataProperty = \"type\"")]
    [InlineData("TypeProperty = \"data\", DataProperty = \"Data\"")]
    [InlineData("TypeProperty = \"data\", Shape = SockJSMessageShape.Flat")]
    public async Task Members_that_differ_are_fine(string properties)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a", {{properties}})] public partial class A { [OnMessage("m")] void M() { } }""");
}
