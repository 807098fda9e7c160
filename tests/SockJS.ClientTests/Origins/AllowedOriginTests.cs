using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Origins;

/// <summary>An endpoint that allows the origin of the page by name.</summary>
public sealed class AllowedOriginTests(Browser browser) : ServerTest
{
    // A script tag and its answer say nothing of the origin, so jsonp is for endpoints that allow any, or for pages of the same one.
    public static TheoryData<string> Transports { get; } = [.. ClientTransports.OfBrowsers.Except(["jsonp-polling"])];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_page_of_an_origin_in_the_list_may_use_the_endpoint(string transport)
    {
        var page = await StartAsync();
        var origin = PageOrigin.OtherSite.PageAddress(page, page);
        var server = await StartAsync(options =>
        {
            options.AllowAnyOrigin = false;
            options.AllowedOrigins.Add(origin.GetLeftPart(UriPartial.Authority));
        });
        await using var client = await BrowserClient.OpenAsync(browser, origin);

        var outcome = await client.ConverseAsync(new(new(server.Address, "/echo"), transport) { Send = ["hello"], CloseAfter = 1 });

        Assert.Equal(["hello"], outcome.Received);
    }
}
