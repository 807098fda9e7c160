using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SockJS.SocketIO.ClientTests.Samples;

public sealed class ChatPageTests : IAsyncDisposable
{
    private const int MaxPicture = 500_000;

    // A red dot of one pixel.
    private static readonly byte[] s_dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private readonly Browser _browser;
    private readonly ChatServer _server = new();
    private readonly List<ChatTab> _tabs = [];

    public ChatPageTests(Browser browser) => _browser = browser;

    public static TheoryData<string> Transports { get; } = ["polling", "websocket"];

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs)
            await tab.DisposeAsync();
        await _server.DisposeAsync();
        Assert.Empty(_tabs.SelectMany(static tab => tab.Violations));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Two_visitors_see_each_other_come_talk_and_go(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        var bob = await ComeInAsync("Bob", transport);
        await Expect(bob.People).ToHaveTextAsync([ChatTab.Shown("Ada"), ChatTab.Shown("Bob", "you")]);
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you"), ChatTab.Shown("Bob")]);
        await Expect(ada.Room("lobby")).ToHaveTextAsync("lobby2");

        await ada.SayAsync("Hello, 100% of you <i>there</i>!");
        await bob.SayAsync("Hi \U0001F44B");
        await Expect(bob.Log).ToContainTextAsync("Hello, 100% of you <i>there</i>!");
        await Expect(ada.Log).ToContainTextAsync("Hi \U0001F44B");
        await Expect(ada.Log.GetByText("✓ delivered")).ToHaveCountAsync(1);

        await bob.PressAsync("Leave the room");
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you")]);
        await Expect(bob.Room("lobby")).ToHaveTextAsync("lobby1");
        await bob.PressAsync("Exit");
        await Expect(bob.Entrance).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task What_is_said_stays_in_its_room(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);
        var bob = await ComeInAsync("Bob", transport);
        var eve = await ComeInAsync("Eve", transport);
        foreach (var tab in (ChatTab[])[ada, bob])
        {
            await tab.OpenRoomAsync("books");
            await Expect(tab.Log).ToContainTextAsync("You are in books.");
        }

        await Expect(eve.Room("books")).ToHaveTextAsync("books2");
        await Expect(eve.People).ToHaveTextAsync([ChatTab.Shown("Eve", "you")]);
        await ada.SayAsync("For readers only.");
        await Expect(bob.Log).ToContainTextAsync("For readers only.");
        await bob.OpenRoomAsync("lobby");
        await bob.SayAsync("A marker.");

        await Expect(eve.Log).ToContainTextAsync("A marker.");
        await Expect(eve.Log).Not.ToContainTextAsync("For readers only.");
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_picture_is_shown_to_the_others(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);
        var bob = await ComeInAsync("Bob", transport);

        // What comes behind the end of a picture is no part of it.
        await ada.ShowAsync("<b>dot</b>.png", [.. s_dot, .. new byte[MaxPicture - s_dot.Length]]);

        await Expect(ada.Log).ToContainTextAsync("✓ delivered");
        await Expect(bob.Picture("<b>dot</b>.png")).ToBeAttachedAsync();
        await Expect(bob.Picture("<b>dot</b>.png")).ToHaveJSPropertyAsync("naturalWidth", 1);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Bad_pictures_are_refused_and_the_visitor_is_told(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);

        await ada.ShowAsync("large.png", [.. s_dot, .. new byte[MaxPicture]]);
        await Expect(ada.Log).ToContainTextAsync("A picture has at most 500 kB.");
        await ada.ShowAsync("none.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());

        await Expect(ada.Log).ToContainTextAsync("Not delivered: That is no picture");
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task The_others_see_that_somebody_is_typing_until_it_is_said(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);
        var bob = await ComeInAsync("Bob", transport);
        await Expect(bob.People).ToHaveCountAsync(2);
        var typing = bob.Page.GetByText("Ada is typing…");

        // What is volatile may get lost; typing goes on.
        for (var i = 0; await typing.CountAsync() == 0; i++)
        {
            Assert.InRange(i, 0, 100);
            await ada.TypeAsync($"I am {i} years");
            await ada.Page.WaitForTimeoutAsync(100);
        }

        await ada.SayAsync("I am old");
        await Expect(bob.Log).ToContainTextAsync("I am old");
        await Expect(typing).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Who_is_cut_off_comes_back_by_itself_and_has_missed_nothing(string transport)
    {
        var ada = await ComeInAsync("Ada", transport);
        var bob = await ComeInAsync("Bob", transport);
        await Expect(bob.People).ToHaveCountAsync(2);
        await ada.SayAsync("Before");
        await Expect(bob.Log).ToContainTextAsync("Before");

        await _server.CutAsync("Bob");
        await ada.SayAsync("Meanwhile");

        await Expect(bob.Log).ToContainTextAsync("Back again. Nothing was missed.");
        await Expect(bob.Log).ToContainTextAsync("Meanwhile");
        await Expect(ada.People).ToHaveTextAsync([ChatTab.Shown("Ada", "you"), ChatTab.Shown("Bob")]);
        await bob.SayAsync("I am back");
        await Expect(ada.Log).ToContainTextAsync("I am back");
    }

    [Fact]
    public async Task Who_is_sent_away_stays_away_and_sees_why()
    {
        var ada = await ComeInAsync("Ada", "websocket");

        await _server.DismissAsync("Ada");

        await Expect(ada.Entrance).ToBeVisibleAsync();
        await Expect(ada.Status).ToContainTextAsync("The server has ended it");
    }

    [Fact]
    public async Task A_visitor_begins_with_polling_and_goes_on_over_a_WebSocket()
    {
        var ada = await OpenAsync("");
        await ada.ComeInAsync("Ada");

        await Expect(ada.Status).ToHaveTextAsync("Connected over websocket");
    }

    [Fact]
    public async Task The_transport_of_the_address_is_the_one_that_the_list_shows_and_changes()
    {
        var ada = await OpenAsync("polling");
        var list = ada.Page.GetByLabel("Transport");
        await Expect(list).ToHaveValueAsync("polling");

        await list.SelectOptionAsync("websocket");

        await Expect(ada.Page).ToHaveURLAsync(new Uri(_server.Address, "/?transport=websocket").AbsoluteUri);
    }

    [Fact]
    public async Task A_name_that_turns_the_direction_of_writing_is_refused()
    {
        var eve = await OpenAsync("websocket");

        await eve.ComeInAsync("\u202eadA");

        await Expect(eve.Status).ToHaveTextAsync("A name has visible characters only.");
        await Expect(eve.Entrance).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        var ada = await OpenAsync("websocket");
        await ada.Page.SetViewportSizeAsync(320, 568);
        await ada.ComeInAsync(new string('M', 24));
        await ada.SayAsync(new string('m', 1000));
        await Expect(ada.Log).ToContainTextAsync("mmm");

        var overflow = await ada.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeInViewportAsync();
    }

    private async Task<ChatTab> OpenAsync(string transport)
    {
        var tab = await ChatTab.OpenAsync(_browser, _server.Address, transport);
        _tabs.Add(tab);
        return tab;
    }

    private async Task<ChatTab> ComeInAsync(string name, string transport)
    {
        var tab = await OpenAsync(transport);
        await tab.ComeInAsync(name);
        await Expect(tab.Status).ToHaveTextAsync($"Connected over {transport}");
        await Expect(tab.Log).ToContainTextAsync("You are in lobby.");
        return tab;
    }
}
