using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Endpoints;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Transports;

/// <summary>Channels that open, talk and close each for itself, by the client of websocket-multiplex.</summary>
public sealed class MultiplexTests(Browser browser) : ServerTest
{
    private static readonly string[] s_said = ["one", "a,b,,c", "\u00fcber \ud83d\ude00 \"quoted\"", "", "sub,bob"];

    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = ["websocket", "xhr-streaming", "eventsource", "xhr-polling", "iframe-htmlfile", "jsonp-polling"];

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task Channels_of_a_program_live_side_by_side(string transport)
    {
        var server = await StartAsync();

        await CheckAsync(server, transport, await NodeClient.MultiplexAsync(Request(server, transport)));
    }

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task Channels_of_a_page_live_side_by_side(string transport)
    {
        var server = await StartAsync();
        await using var client = await BrowserClient.OpenAsync(browser, server.Address);

        await CheckAsync(server, transport, await client.MultiplexAsync(Request(server, transport)));
    }

    // The client closes ann when everything is back, the server closes bob, and the third channel goes on when both are gone.
    private static ChannelsConversation Request(TestServer server, string transport)
        => new(
            new(server.Address, "/multiplex"),
            transport,
            [
                new("ann", s_said, CloseAfter: s_said.Length + 1),
                new("bob", ["hello", "close"], CloseAfter: null),
            ],
            new(CarpetChannel.Topic, ["still", "here"], CloseAfter: 2));

    private static async Task CheckAsync(TestServer server, string transport, ChannelsOutcome outcome)
    {
        Assert.Equal(transport, outcome.Transport);
        Assert.All(outcome.Channels.Values, static channel => Assert.True(channel.Opened));
        Assert.Equal(["welcome to ann", .. s_said], outcome.Channels["ann"].Received);
        Assert.Equal(["HELLO"], outcome.Channels["bob"].Received);
        Assert.True(outcome.Channels["ann"].Closed);
        Assert.True(outcome.Channels["bob"].Closed);
        Assert.Equal(["still", "here"], outcome.Channels[CarpetChannel.Topic].Received);
        Assert.Equal(CloseEvent.ByClient, outcome.Close);

        SockJSCloseReason[] ends = [await server.Journal.NextClosedAsync(), await server.Journal.NextClosedAsync(), await server.Journal.NextClosedAsync()];
        Assert.Contains(new SockJSCloseReason(SockJSCloseKind.ClientClosed, 1005, ""), ends[..2]);
        Assert.Contains(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 4001, "as you wish"), ends[..2]);
        Assert.True(ends[2].Kind is SockJSCloseKind.ClientClosed or SockJSCloseKind.Lost or SockJSCloseKind.TimedOut);
        Assert.Equal(0, server.Journal.MoreClosed);
    }
}
