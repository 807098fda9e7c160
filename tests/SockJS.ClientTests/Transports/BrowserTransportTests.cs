using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Origins;

namespace SockJS.ClientTests.Transports;

public sealed class BrowserTransportTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    public static MatrixTheoryData<PageOrigin, string> Enabled { get; } = new(Enum.GetValues<PageOrigin>(), ClientTransports.OfBrowsers);

    public static MatrixTheoryData<PageOrigin, string> NeverEnabled { get; } = new(Enum.GetValues<PageOrigin>(), ClientTransports.Extinct);

    [Theory]
    [MemberData(nameof(Enabled))]
    [InlineData(PageOrigin.Same, "htmlfile")]
    public async Task Every_message_comes_back_intact_and_the_close_of_the_server_arrives(PageOrigin origin, string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(origin));

        var echo = await client.ConverseAsync(new(servers.Endpoint("/echo"), transport)
        {
            Send = MessageCorpus.All,
            CloseAfter = MessageCorpus.All.Length,
        });
        var close = await client.ConverseAsync(new(servers.Endpoint("/close"), transport));

        Assert.Equal(transport, echo.Transport);
        Assert.Equal(MessageCorpus.All, echo.Received);
        Assert.Equal(CloseEvent.ByClient, echo.Close);
        Assert.Equal(CloseEvent.GoAway, close.Close);
    }

    [Theory]
    [MemberData(nameof(NeverEnabled))]
    [InlineData(PageOrigin.OtherPort, "htmlfile")]
    [InlineData(PageOrigin.OtherSite, "htmlfile")]
    public async Task A_transport_that_the_browser_lacks_fails_at_once(PageOrigin origin, string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(origin));

        var outcome = await client.ConverseAsync(new(servers.Endpoint("/echo"), transport));

        Assert.Equal(CloseEvent.AllTransportsFailed, outcome.Close);
    }

    [Theory]
    [InlineData(PageOrigin.Same)]
    [InlineData(PageOrigin.OtherPort)]
    [InlineData(PageOrigin.OtherSite)]
    public async Task A_client_without_a_preference_uses_a_websocket(PageOrigin origin)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(origin));

        var outcome = await client.ConverseAsync(new(servers.Endpoint("/echo"), Transport: null) { Send = ["hello"], CloseAfter = 1 });

        Assert.Equal("websocket", outcome.Transport);
        Assert.Equal(["hello"], outcome.Received);
    }
}
