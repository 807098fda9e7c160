using Microsoft.Playwright;
using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Transports;

public sealed class ForbiddenOriginTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    public static TheoryData<string> Transports { get; } = [.. ClientTransports.OfBrowsers];

    public static TheoryData<string> TransportsOfSameOrigin { get; } = [.. ClientTransports.OfSameOrigin];

    [Theory]
    [MemberData(nameof(TransportsOfSameOrigin))]
    public async Task A_page_of_the_same_origin_may_use_the_endpoint(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(PageOrigin.Same));

        var outcome = await client.ConverseAsync(new(servers.Endpoint("/same-origin"), transport) { Send = ["hello"], CloseAfter = 1 });

        Assert.Equal(["hello"], outcome.Received);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_page_of_another_site_does_not_get_past_info(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(PageOrigin.OtherSite));

        var outcome = await client.ConverseAsync(new(servers.Endpoint("/same-origin"), transport));

        Assert.Equal(CloseEvent.CannotConnect, outcome.Close);
    }

    // A hostile page is not bound to ask for /info first. The answer that it makes up lets the client try every transport in earnest.
    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_page_of_another_site_that_needs_no_info_is_refused_by_every_transport(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(PageOrigin.OtherSite));
        await client.Page.RouteAsync("**/same-origin/info*", AllowAsync);

        var outcome = await client.ConverseAsync(new(servers.Endpoint("/same-origin"), transport) { Patience = TimeSpan.FromSeconds(5) });

        Assert.Null(outcome.Transport);
        Assert.Equal(CloseEvent.AllTransportsFailed, outcome.Close);
    }

    private static Task AllowAsync(IRoute route) => route.FulfillAsync(new()
    {
        ContentType = "application/json",
        Headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Origin"] = route.Request.Headers["origin"],
            ["Access-Control-Allow-Credentials"] = "true",
        },
        Body = """{"websocket":true,"cookie_needed":false,"origins":["*:*"],"entropy":1}""",
    });
}
