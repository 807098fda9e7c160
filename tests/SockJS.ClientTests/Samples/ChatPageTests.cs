using Microsoft.Playwright;
using SockJS.ClientTests.Clients;
using static Microsoft.Playwright.Assertions;

namespace SockJS.ClientTests.Samples;

public sealed class ChatPageTests : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly ChatServer _server = new();

    public ChatPageTests(Browser browser)
    {
        _browser = browser;
        SetDefaultExpectTimeout(30_000);
    }

    public static TheoryData<string> Transports { get; } = [.. ClientTransports.OfSameOrigin];

    public static TheoryData<string> Extinct { get; } = [.. ClientTransports.Extinct];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Two_visitors_see_each_other_come_talk_and_go(string transport)
    {
        await using var ada = await ChatVisitor.OpenAsync(_browser, _server.Address);
        await using var bob = await ChatVisitor.OpenAsync(_browser, _server.Address);

        await ada.JoinAsync("Ada", transport);
        await Expect(ada.Status).ToHaveTextAsync($"Connected over {transport}");
        await Expect(ada.People).ToHaveTextAsync(["Adayou"]);
        await bob.JoinAsync("Bob", transport);
        await Expect(bob.People).ToHaveTextAsync(["Ada", "Bobyou"]);
        await Expect(ada.People).ToHaveTextAsync(["Adayou", "Bob"]);
        await Expect(ada.Log).ToContainTextAsync("Bob has joined.");

        await ada.SayAsync("Hello, 100% of you <i>there</i>!");
        await bob.SayAsync("Hi \U0001F44B");
        await Expect(bob.Log).ToContainTextAsync("Hello, 100% of you <i>there</i>!");
        await Expect(ada.Log).ToContainTextAsync("Hi \U0001F44B");

        await bob.LeaveAsync();
        await Expect(bob.Status).ToHaveTextAsync("Closed: 1000 Normal closure");
        await Expect(ada.Log).ToContainTextAsync("Bob has left.");
        await Expect(ada.People).ToHaveTextAsync(["Adayou"]);
        Assert.Empty(ada.Violations.Concat(bob.Violations));
    }

    [Fact]
    public async Task The_list_offers_the_choice_of_the_client_and_every_transport_that_it_has()
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);

        var offered = await visitor.Page.GetByLabel("Transport").Locator("option").AllInnerTextsAsync();

        Assert.Equal(ClientTransports.OfSameOrigin.Concat(ClientTransports.Extinct).Append("auto").Order(), offered.Order());
    }

    [Fact]
    public async Task The_client_chooses_a_websocket_and_the_page_says_so()
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);

        await visitor.JoinAsync("Ada", "auto");

        await Expect(visitor.Status).ToHaveTextAsync("Connected over websocket");
    }

    [Theory]
    [MemberData(nameof(Extinct))]
    public async Task A_transport_that_the_browser_lacks_ends_in_a_close_code(string transport)
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);

        await visitor.JoinAsync("Ada", transport);

        await Expect(visitor.Status).ToHaveTextAsync("Closed: 2000 All transports failed");
    }

    [Fact]
    public async Task Two_visitors_of_one_name_are_told_apart()
    {
        await using var first = await ChatVisitor.OpenAsync(_browser, _server.Address);
        await using var second = await ChatVisitor.OpenAsync(_browser, _server.Address);

        await first.JoinAsync("Ada", "auto");
        await Expect(first.People).ToHaveTextAsync(["Adayou"]);
        await second.JoinAsync("ada", "auto");

        await Expect(second.People).ToHaveTextAsync(["Ada", "ada 2you"]);
    }

    [Fact]
    public async Task A_visitor_who_has_left_can_come_back()
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);
        await visitor.JoinAsync("Ada", "websocket");
        await Expect(visitor.Status).ToHaveTextAsync("Connected over websocket");
        await visitor.LeaveAsync();
        await Expect(visitor.Status).ToHaveTextAsync("Closed: 1000 Normal closure");

        await visitor.JoinAsync("Eve", "xhr-streaming");

        await Expect(visitor.Status).ToHaveTextAsync("Connected over xhr-streaming");
        await Expect(visitor.People.Filter(new() { HasText = "you" })).ToHaveTextAsync(["Eveyou"]);
    }

    [Fact]
    public async Task A_visitor_sees_that_the_server_shuts_down()
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);
        await visitor.JoinAsync("Ada", "xhr-streaming");
        await Expect(visitor.Status).ToHaveTextAsync("Connected over xhr-streaming");

        await _server.DisposeAsync();

        await Expect(visitor.Status).ToHaveTextAsync("Closed: 3001 Server is shutting down");
        await Expect(visitor.People).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        await using var visitor = await ChatVisitor.OpenAsync(_browser, _server.Address);
        await visitor.Page.SetViewportSizeAsync(320, 568);
        await visitor.JoinAsync(new string('M', 24), "iframe-xhr-polling");
        await visitor.SayAsync(new string('m', 1000));
        await Expect(visitor.Log).ToContainTextAsync("mmm");

        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeInViewportAsync();
    }
}
