using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Origins;

namespace SockJS.ClientTests.Transports;

public sealed class CookieTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    public static TheoryData<string> Transports { get; } = [.. ClientTransports.OfSameOrigin.Except(["websocket"])];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_browser_gets_the_cookie_of_an_endpoint_that_sets_one(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(PageOrigin.Same));

        await client.ConverseAsync(new(servers.Endpoint("/sticky"), transport) { Send = ["hello"], CloseAfter = 1 });

        var cookie = Assert.Single(await client.Page.Context.CookiesAsync());
        Assert.Equal(("JSESSIONID", "dummy", "/"), (cookie.Name, cookie.Value, cookie.Path));
    }
}
