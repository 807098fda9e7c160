namespace SockJS.Conformance.Urls;

/// <summary>The greeting.</summary>
public sealed class GreetingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Theory]
    [Trait("Suite", "BaseUrlGreeting.test_greeting")]
    [InlineData("/echo")]
    [InlineData("/echo/")]
    [InlineData("/echo?t=1234")]
    public async Task The_prefix_greets_with_and_without_a_slash(string path)
    {
        var reply = await Server.GetAsync(path);

        Expect.Ok(Expect.Text, reply);
        Assert.Equal("Welcome to SockJS!\n", reply.Body);
        Expect.NoCookie(reply);
        Expect.NoCors(reply);
    }

    [Theory]
    [Trait("Suite", "BaseUrlGreeting.test_notFound")]
    [InlineData("/a")]
    [InlineData("/a.html")]
    [InlineData("//")]
    [InlineData("///")]
    [InlineData("/a/a")]
    [InlineData("/a/a/")]
    [InlineData("/a/")]
    public async Task Anything_else_below_the_prefix_is_not_found(string path)
        => Expect.Status(404, await Server.GetAsync("/echo" + path));
}
