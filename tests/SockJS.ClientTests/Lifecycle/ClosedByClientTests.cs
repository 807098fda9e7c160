using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Lifecycle;

public sealed class ClosedByClientTests(Browser browser) : ServerTest
{
    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = [.. ClientTransports.OfSameOrigin];

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task The_handler_learns_once_that_a_program_has_closed(string transport)
    {
        var server = await StartAsync();

        await NodeClient.ConverseAsync(HelloAndGoodbye(server, transport));

        await ClosedOnceAsync(server, transport);
    }

    // The page stays open, so that it is the client and not the end of the page that closes the connection.
    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task The_handler_learns_once_that_a_page_has_closed(string transport)
    {
        // The loading of a script cannot be stopped: with jsonp the server learns of the end when the poll has ended, and no other one comes.
        var server = await StartAsync(static options => options.HeartbeatInterval = TimeSpan.FromSeconds(2));
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        await client.ConverseAsync(HelloAndGoodbye(server, transport));

        await ClosedOnceAsync(server, transport);
    }

    private static Conversation HelloAndGoodbye(TestServer server, string transport)
        => new(new(server.Address, "/echo"), transport) { Send = ["hello"], CloseAfter = 1 };

    private static async Task ClosedOnceAsync(TestServer server, string transport)
    {
        var reason = await server.Journal.NextClosedAsync();
        await server.StopAsync();

        if (transport == "websocket")
            Assert.Equal(SockJSCloseKind.ClientClosed, reason.Kind);
        else
            Assert.True(reason.Kind is SockJSCloseKind.Lost or SockJSCloseKind.TimedOut, reason.ToString());
        Assert.Equal(0, server.Journal.MoreClosed);
    }
}
