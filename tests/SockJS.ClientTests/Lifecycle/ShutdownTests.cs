using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Lifecycle;

public sealed class ShutdownTests(Browser browser) : ServerTest
{
    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = [.. ClientTransports.OfSameOrigin];

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task A_program_is_told_that_the_server_shuts_down(string transport)
    {
        var server = await StartAsync();

        var conversation = NodeClient.ConverseAsync(new(new(server.Address, "/echo"), transport));
        await ReceivingAsync(server, transport);
        await server.StopAsync();

        Assert.Equal(CloseEvent.ShuttingDown, (await conversation).Close);
        Assert.Equal(SockJSCloseKind.ShuttingDown, (await server.Journal.NextClosedAsync()).Kind);
    }

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task A_page_is_told_that_the_server_shuts_down(string transport)
    {
        var server = await StartAsync();
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        var conversation = client.ConverseAsync(new(new(server.Address, "/echo"), transport));
        await ReceivingAsync(server, transport);
        await server.StopAsync();

        Assert.Equal(CloseEvent.ShuttingDown, (await conversation).Close);
        Assert.Equal(SockJSCloseKind.ShuttingDown, (await server.Journal.NextClosedAsync()).Kind);
    }

    // The first poll brings the open frame; it is the second one that waits.
    private static async Task ReceivingAsync(TestServer server, string transport)
    {
        var receiver = ClientTransports.Receiver(transport);
        await server.Journal.NextOpenedAsync();
        await Eventually.TrueAsync(() => server.Requests.Count(receiver) >= (receiver is "xhr" or "jsonp" ? 2 : 1));
    }
}
