using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AsyncVoidTests
{
    [Theory]
    [InlineData("OnOpen")]
    [InlineData("OnMessage")]
    public async Task An_async_void_handler_is_reported(string attribute)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [{{attribute}}] async {|SOCKJS108:void|} M() { await Task.Yield(); } }""");

        Assert.StartsWith("'M' is async void", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_async_void_methods_are_none_of_our_business()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage] async Task M() { await Task.Yield(); } async void Other() { await Task.Yield(); } }""");
}
