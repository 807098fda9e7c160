using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SockJS.ClientTests.Samples;

public sealed class ChatPageTests : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly ChatServer _server = new();
    private readonly List<ChatVisitor> _visitors = [];

    public ChatPageTests(Browser browser) => _browser = browser;

    public static TheoryData<string> Transports { get; } = [.. ClientTransports.OfSameOrigin];

    public static TheoryData<string> Extinct { get; } = [.. ClientTransports.Extinct];

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Two_visitors_see_each_other_come_talk_and_go(string transport)
    {
        var (adas, bobs) = (await VisitorAsync(), await VisitorAsync());

        var ada = await adas.SignInAsync("Ada", transport);
        await ada.ExpectConnectedAsync(transport);
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        var bob = await bobs.SignInAsync("Bob", transport);
        await Expect(bob.People).ToHaveTextAsync([ChatTab.Shown("Ada"), ChatTab.Shown("Bob", "you")]);
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you"), ChatTab.Shown("Bob")]);
        await Expect(ada.Log).ToContainTextAsync("Bob has come.");
        await Expect(ada.Room("lobby")).ToHaveTextAsync("lobby2");

        await ada.SayAsync("Hello, 100% of you <i>there</i>!");
        await bob.SayAsync("Hi \U0001F44B");
        await Expect(bob.Log).ToContainTextAsync("Hello, 100% of you <i>there</i>!");
        await Expect(ada.Log).ToContainTextAsync("Hi \U0001F44B");

        await bob.PressAsync("Leave the room");
        await Expect(ada.Log).ToContainTextAsync("Bob has gone.");
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        await Expect(bob.Room("lobby")).ToHaveTextAsync("lobby1");
        Assert.Empty(adas.Violations.Concat(bobs.Violations));
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("xhr-polling")]
    public async Task A_private_message_reaches_all_tabs_of_both_and_nobody_else(string transport)
    {
        var (adas, bobs, eves) = (await VisitorAsync(), await VisitorAsync(), await VisitorAsync());
        var ada = await adas.SignInAsync("Ada", transport);
        var bob = await bobs.SignInAsync("Bob", transport);
        var eve = await eves.SignInAsync("Eve", transport);
        ChatTab[] others = [await adas.OpenAnotherTabAsync(transport), await bobs.OpenAnotherTabAsync(transport)];
        await Expect(eve.People).ToHaveTextAsync([ChatTab.Shown("Ada"), ChatTab.Shown("Bob"), ChatTab.Shown("Eve", "you")]);

        await ada.WriteToAsync("Bob");
        await ada.SayAsync("For you only.");

        await Expect(ada.Log).ToContainTextAsync("For you only.");
        await others[0].OpenPrivateAsync("Bob");
        foreach (var tab in (ChatTab[])[bob, others[1]])
            await tab.OpenPrivateAsync("Ada");
        foreach (var tab in (ChatTab[])[bob, .. others])
            await Expect(tab.Log).ToContainTextAsync("For you only.");
        // What is said to all afterwards would come after it.
        await others[1].OpenRoomAsync("lobby");
        await others[1].SayAsync("For all.");
        await Expect(eve.Log).ToContainTextAsync("For all.");
        await Expect(eve.Privates).ToHaveCountAsync(0);
        await Expect(eve.Log).Not.ToContainTextAsync("For you only.");
    }

    [Fact]
    public async Task Tabs_of_one_visitor_are_one_person_who_goes_with_the_last()
    {
        var (adas, bobs) = (await VisitorAsync(), await VisitorAsync());
        var bob = await bobs.SignInAsync("Bob");
        var first = await adas.SignInAsync("Ada");
        var second = await adas.OpenAnotherTabAsync("websocket");
        await Expect(second.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you"), ChatTab.Shown("Bob")]);

        await first.Page.CloseAsync();
        await second.SayAsync("Still here.");
        await Expect(bob.Log).ToContainTextAsync("Still here.");
        await Expect(bob.People).ToHaveTextAsync([ChatTab.Shown("Ada"), ChatTab.Shown("Bob", "you")]);
        await Expect(bob.Log).Not.ToContainTextAsync("Ada has gone.");
        await second.Page.CloseAsync();

        await Expect(bob.Log).ToContainTextAsync("Ada has gone.");
        Assert.Equal(1, await bob.Log.GetByText("Ada has come.").CountAsync());
    }

    [Fact]
    public async Task A_visitor_is_in_several_rooms_and_hears_of_news_in_those_out_of_sight()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada");
        var bob = await (await VisitorAsync()).SignInAsync("Bob");
        await ada.OpenRoomAsync("books");
        await Expect(ada.Log).ToContainTextAsync("You are in books.");
        await Expect(bob.Room("books")).ToHaveTextAsync("books1");

        await bob.SayAsync("Anybody?");
        await Expect(ada.Room("lobby")).ToHaveTextAsync("lobby21 new");
        await ada.SayAsync("Only for readers.");
        await Expect(ada.Log).ToContainTextAsync("Only for readers.");
        await ada.OpenRoomAsync("lobby");

        await Expect(ada.Log).ToContainTextAsync("Anybody?");
        await Expect(ada.Room("lobby")).ToHaveTextAsync("lobby2");
        await bob.SayAsync("A marker.");
        await Expect(bob.Log).ToContainTextAsync("A marker.");
        await Expect(bob.Log).Not.ToContainTextAsync("Only for readers.");
    }

    [Fact]
    public async Task A_fourth_room_is_refused()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada");
        foreach (var room in (string[])["books", "films"])
        {
            await ada.OpenRoomAsync(room);
            await Expect(ada.Log).ToContainTextAsync($"You are in {room}.");
        }

        await ada.OpenRoomAsync("music");

        await Expect(ada.Log).ToContainTextAsync("You are in 3 rooms already");
        await Expect(ada.Room("music")).ToHaveTextAsync("music0");
    }

    [Fact]
    public async Task A_client_that_does_not_read_disturbs_nobody()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada", "websocket");
        var bob = await (await VisitorAsync()).SignInAsync("Bob", "xhr-polling");
        await ada.OpenTickerAsync();
        await Eventually.TrueAsync(async () => await ada.SecondClient.ReceivedAsync() > 0);

        await ada.PressAsync("Stop reading");
        await Eventually.TrueAsync(async () => await ada.SecondClient.QueuedBytesAsync() > 0 && await ada.ReplacedAsync() > 100);
        var (here, there) = (await ada.ThisPage.ReceivedAsync(), await ada.SecondClient.ReceivedAsync());
        await Eventually.TrueAsync(async () => await ada.ThisPage.ReceivedAsync() > here + 40);
        await bob.SayAsync("All is well.");
        await Expect(ada.Log).ToContainTextAsync("All is well.");

        // Four prices and the overview, however long it has not read.
        Assert.InRange(await ada.SecondClient.QueuedBytesAsync(), 1, 2000);
        Assert.Equal(there, await ada.SecondClient.ReceivedAsync());
        await ada.PressAsync("Let it read on");
        await Eventually.TrueAsync(async () => await ada.SecondClient.MissedAsync() > 0 && await ada.SecondClient.ReceivedAsync() > there);
    }

    [Fact]
    public async Task The_list_offers_the_choice_of_the_client_and_every_transport_that_it_has()
    {
        var tab = await (await VisitorAsync()).OpenTabAsync();

        var offered = await tab.Page.GetByLabel("Transport").Locator("option").AllInnerTextsAsync();

        Assert.Equal(ClientTransports.OfSameOrigin.Concat(ClientTransports.Extinct).Append("auto").Order(), offered.Order());
    }

    [Fact]
    public async Task The_client_chooses_a_websocket_and_the_visitor_another_transport()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada");
        await ada.ExpectConnectedAsync("websocket");

        await ada.ChooseTransportAsync("xhr-streaming");

        await ada.ExpectConnectedAsync("xhr-streaming");
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
    }

    [Theory]
    [MemberData(nameof(Extinct))]
    public async Task A_transport_that_the_browser_lacks_ends_in_a_close_code(string transport)
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada", transport);

        await Expect(ada.Status).ToHaveTextAsync("Closed: 2000 All transports failed");
    }

    [Fact]
    public async Task Two_visitors_of_one_name_are_told_apart()
    {
        await (await VisitorAsync()).SignInAsync("Ada");
        var second = await (await VisitorAsync()).SignInAsync("Ada");

        await Expect(second.People).ToHaveCountAsync(2);
        await Expect(second.People.Filter(new() { HasText = "you" })).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        Assert.Equal(2, (await second.People.AllInnerTextsAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Signing_out_ends_all_tabs_and_another_visitor_can_come()
    {
        var visitor = await VisitorAsync();
        await (await VisitorAsync()).SignInAsync("Bob");
        var first = await visitor.SignInAsync("Ada");
        var second = await visitor.OpenAnotherTabAsync("xhr-polling");
        await second.WriteToAsync("Bob");
        await second.SayAsync("A secret.");
        await Expect(second.Log).ToContainTextAsync("A secret.");

        await first.PressAsync("Sign out");
        await Expect(first.Status).ToHaveTextAsync("Signed out");
        await Expect(second.Status).ToHaveTextAsync("Signed out");
        await second.SignInAsync("Eve");

        await second.ExpectConnectedAsync("xhr-polling");
        await Expect(second.People).ToHaveTextAsync([ChatTab.Shown("Bob"), ChatTab.Shown("Eve", "you")]);
        await Expect(second.Privates).ToHaveCountAsync(0);
        await Expect(second.Log).Not.ToContainTextAsync("A secret.");
    }

    [Fact]
    public async Task A_visitor_whose_connection_breaks_comes_back_into_the_rooms()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada");
        await ada.OpenRoomAsync("films");
        await Expect(ada.Log).ToContainTextAsync("You are in films.");

        // That it is closed is shown for so short a time that looking now and then may miss it.
        await ada.Status.EvaluateAsync(
            "status => { window.shown = []; new MutationObserver(() => window.shown.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true }); }");
        await _server.CloseAllAsync();

        var closed = new Regex("^Closed: 3000 Come again. Next try in [0-9]+ s$");
        await Eventually.TrueAsync(async () => (await ada.Page.EvaluateAsync<string[]>("window.shown")).Any(closed.IsMatch));
        await ada.ExpectConnectedAsync("websocket");
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        await Expect(ada.Room("lobby")).ToHaveTextAsync("lobby1");
        await Expect(ada.Room("films")).ToHaveTextAsync("films1");
    }

    [Fact]
    public async Task A_visitor_sees_that_the_server_shuts_down()
    {
        var ada = await (await VisitorAsync()).SignInAsync("Ada", "xhr-streaming");
        await ada.ExpectConnectedAsync("xhr-streaming");

        await _server.DisposeAsync();

        await Expect(ada.Status).ToHaveTextAsync(new Regex("^Closed: 3001 Server is shutting down"));
        await Expect(ada.People).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        var tab = await (await VisitorAsync()).OpenTabAsync();
        await tab.Page.SetViewportSizeAsync(320, 568);
        await tab.ChooseTransportAsync("iframe-xhr-polling");
        await tab.SignInAsync(new string('M', 24));
        await tab.SayAsync(new string('m', 1000));
        await Expect(tab.Log).ToContainTextAsync("mmm");

        var overflow = await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeInViewportAsync();
    }

    private async Task<ChatVisitor> VisitorAsync()
    {
        var visitor = await ChatVisitor.CreateAsync(_browser, _server.Address);
        _visitors.Add(visitor);
        return visitor;
    }
}
