using System.Globalization;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Endpoints;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Lifecycle;

public sealed class OrderTests(Browser browser) : ServerTest
{
    private const int Many = 500;

    private static readonly string[] s_messages = [.. Enumerable.Range(0, Many).Select(CountEndpoint.Message)];

    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = [.. ClientTransports.OfSameOrigin];

    public static TheoryData<string> Streaming { get; } = [.. ClientTransports.Streaming];

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task A_burst_from_a_program_comes_back_in_order(string transport)
    {
        var server = await StartAsync();

        var outcome = await NodeClient.ConverseAsync(new(new(server.Address, "/echo"), transport) { Send = s_messages, CloseAfter = Many });

        Assert.Equal(s_messages, outcome.Received);
    }

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task A_burst_from_a_page_comes_back_in_order(string transport)
    {
        var server = await StartAsync();
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        var outcome = await client.ConverseAsync(new(new(server.Address, "/echo"), transport) { Send = s_messages, CloseAfter = Many });

        Assert.Equal(s_messages, outcome.Received);
    }

    [Theory]
    [MemberData(nameof(Streaming))]
    public async Task Nothing_is_lost_between_two_responses_of_a_stream(string transport)
    {
        var server = await StartAsync(options => options.ResponseLimit = 4096);
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        var outcome = await client.ConverseAsync(new(new(server.Address, "/count"), transport)
        {
            Send = [Many.ToString(CultureInfo.InvariantCulture)],
            CloseAfter = Many,
        });

        Assert.Equal(s_messages, outcome.Received);
        Assert.True(server.Requests.Count(ClientTransports.Receiver(transport)) > 1, "The stream was never renewed, so this test has shown nothing.");
    }
}
