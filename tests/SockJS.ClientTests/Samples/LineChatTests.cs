using Microsoft.Playwright;
using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Samples;

/// <summary>One handler of lines, and clients over TCP, over TLS and over SockJS in one room.</summary>
public sealed class LineChatTests(Browser browser) : IAsyncDisposable
{
    private readonly LineServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("websocket")]
    [InlineData("xhr-polling")]
    public async Task A_client_over_TCP_and_one_over_SockJS_talk_to_each_other(string transport)
    {
        await using var tcp = await LineClient.ConnectAsync(_server.Tcp);
        await tcp.ReadUntilAsync("* guest1 has joined.");
        var web = NodeClient.ConverseAsync(new(new(_server.Web, "/lines"), transport) { Send = ["/name we", "b\nhel", "lo\n"], CloseOn = "bye from TCP" });

        await tcp.ReadUntilAsync("web: hello");
        await tcp.SendAsync("/name tcp\nbye from TCP\n");
        var outcome = await web;
        await tcp.ReadUntilAsync("* web has left.");

        Assert.Contains("* guest1 is now tcp.\ntcp: bye from TCP\n", string.Concat(outcome.Received), StringComparison.Ordinal);
        Assert.Equal(transport, outcome.Transport);
    }

    [Fact]
    public async Task A_client_over_TLS_is_in_the_same_room()
    {
        await using var tcp = await LineClient.ConnectAsync(_server.Tcp);
        await tcp.ReadUntilAsync("* guest1 has joined.");
        await using var tls = await LineClient.ConnectSecurelyAsync(_server.Tls);
        await tls.SendAsync("h\u00e9llo\n");
        await tcp.ReadUntilAsync("guest2: h\u00e9llo");
        await tls.SendAsync("/quit\n");

        await tls.ReadUntilAsync(null);
        await tcp.ReadUntilAsync("* guest2 has left.");
    }

    [Fact]
    public async Task A_client_that_quits_is_closed_in_order_and_one_whose_line_is_too_long_is_not()
    {
        var quits = await NodeClient.ConverseAsync(new(new(_server.Web, "/lines"), "websocket") { Send = ["/who\n/quit\n"] });
        var rambles = await NodeClient.ConverseAsync(new(new(_server.Web, "/lines"), "xhr-polling") { Send = [new string('x', 5000)] });

        Assert.Contains("* guest1\n", string.Concat(quits.Received), StringComparison.Ordinal);
        Assert.Equal(CloseEvent.ByClient, quits.Close);
        Assert.Equal(new CloseEvent(1002, "Connection interrupted", WasClean: true), rambles.Close);
    }

    [Theory]
    [InlineData("xhr-polling")]
    [InlineData("websocket")]
    public async Task The_page_is_in_the_room_and_reaches_the_second_endpoint_beside_it(string transport)
    {
        await using var tcp = await LineClient.ConnectAsync(_server.Tcp);
        await tcp.ReadUntilAsync("* guest1 has joined.");
        var page = await browser.OpenAsync(_server.Web);
        var mistakes = new List<string>();
        page.Console += (_, message) => mistakes.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.SelectOptionAsync("#transport", transport);
        await page.ClickAsync("#connect");
        await page.FillAsync("#line:enabled", "gr\u00fc\u00df dich");
        await page.PressAsync("#line", "Enter");
        await tcp.ReadUntilAsync("guest2: gr\u00fc\u00df dich");
        await tcp.SendAsync("and you\n");

        await Assertions.Expect(page.GetByText("guest1: and you")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("One message there and back")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync($"Connected over {transport}");
        Assert.Empty(mistakes);
        await page.Context.DisposeAsync();
        await tcp.ReadUntilAsync("* guest2 has left.");
    }
}
