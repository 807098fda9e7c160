using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Origins;

namespace SockJS.ClientTests.Transports;

/// <summary>An endpoint whose sessions answer no browser but their own.</summary>
public sealed class BoundSessionTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    // The client asks for an EventSource of another origin without credentials, and so without the cookie.
    public static MatrixTheoryData<PageOrigin, string> SameSite { get; } =
        new([PageOrigin.Same, PageOrigin.OtherPort], ClientTransports.OfBrowsers.Except(["eventsource"]));

    [Theory]
    [MemberData(nameof(SameSite))]
    [InlineData(PageOrigin.Same, "eventsource")]
    [InlineData(PageOrigin.Same, "htmlfile")]
    [InlineData(PageOrigin.OtherSite, "websocket")]
    public async Task A_browser_stays_with_its_session(PageOrigin origin, string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(origin));

        for (var i = 0; i < 2; i++)
        {
            var outcome = await client.ConverseAsync(new(servers.Endpoint("/bound"), transport) { Send = ["hello", "again"], CloseAfter = 2 });

            Assert.Equal(transport, outcome.Transport);
            Assert.Equal(["hello", "again"], outcome.Received);
        }
    }
}
