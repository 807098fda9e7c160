using Microsoft.Playwright;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Origins;

/// <summary>An endpoint that allows no origin but its own, which is the default.</summary>
public sealed class ForbiddenOriginTests(Browser browser) : ServerTest
{
    public static TheoryData<string> OfSameOrigin { get; } = [.. ClientTransports.OfSameOrigin];

    public static MatrixTheoryData<PageOrigin, string> Foreign { get; } = new([PageOrigin.OtherPort, PageOrigin.OtherSite], ClientTransports.OfBrowsers);

    [Theory]
    [MemberData(nameof(OfSameOrigin))]
    public async Task A_page_of_the_same_origin_may_use_the_endpoint(string transport)
    {
        var server = await StartAsync();
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        var outcome = await client.ConverseAsync(new(new(server.Address, "/same-origin"), transport) { Send = ["hello"], CloseAfter = 1 });

        Assert.Equal(["hello"], outcome.Received);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_page_does_not_get_past_info(PageOrigin origin, string transport)
    {
        var (server, page) = (await StartAsync(), await StartAsync());
        await using var client = await BrowserClient.OpenAsync(browser, origin.PageAddress(server, page));

        var outcome = await client.ConverseAsync(new(new(server.Address, "/same-origin"), transport));

        Assert.Equal(CloseEvent.CannotConnect, outcome.Close);
        Assert.Equal(0, server.Journal.MoreOpened);
    }

    // A hostile page is not bound to ask for /info first. The answer that it makes up lets the client try every transport in earnest.
    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_page_that_needs_no_info_is_refused_by_every_transport(PageOrigin origin, string transport)
    {
        var (server, page) = (await StartAsync(), await StartAsync());
        await using var client = await BrowserClient.OpenAsync(browser, origin.PageAddress(server, page));
        await client.Page.RouteAsync("**/same-origin/info*", AllowAsync);

        var outcome = await client.ConverseAsync(new(new(server.Address, "/same-origin"), transport) { Patience = TimeSpan.FromSeconds(3) });

        Assert.Null(outcome.Transport);
        Assert.Equal(CloseEvent.AllTransportsFailed, outcome.Close);
        Assert.Equal(0, server.Journal.MoreOpened);
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
