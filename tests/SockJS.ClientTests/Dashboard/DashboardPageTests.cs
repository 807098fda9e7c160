using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SockJS.ClientTests.Clients;
using static Microsoft.Playwright.Assertions;

namespace SockJS.ClientTests.Dashboard;

public sealed class DashboardPageTests : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly List<IAsyncDisposable> _things = [];
    private readonly ConcurrentQueue<string> _complaints = new();

    public DashboardPageTests(Browser browser) => _browser = browser;

    public async ValueTask DisposeAsync()
    {
        foreach (var thing in Enumerable.Reverse(_things))
            await thing.DisposeAsync();
    }

    [Theory]
    [InlineData(false, "Live over WebSocket")]
    [InlineData(true, "Live over server-sent events")]
    public async Task It_shows_sessions_and_numbers_that_move_and_closes_one_session_and_no_other(bool blocksSockets, string status)
    {
        var server = Add(await DashboardServer.StartAsync(blocksSockets));
        var ada = Add(await Guest.OpenStreamAsync(server.Address, "ada"));
        var bob = Add(await Guest.OpenStreamAsync(server.Address, "bob"));
        var page = await OpenAsync(server);

        await Expect(page.Locator("#status")).ToHaveTextAsync(status);
        await page.GetByRole(AriaRole.Button, new() { Name = "/rooms" }).ClickAsync();
        await Expect(Row(page, "/rooms")).ToContainTextAsync("2 of 10,000");
        await Expect(Row(page, "/rooms")).ToContainTextAsync("xhr-streaming 2");
        await Expect(page.Locator("tr[data-prefix*='live']")).ToHaveCountAsync(0);
        await Expect(Session(page, "ada")).ToContainTextAsync("xhr-streaming");
        // What is said once is shown for a second, in which nobody may look.
        using var isShown = new CancellationTokenSource();
        var saying = SayAsync(server, isShown.Token);
        await Expect(page.Locator("#totals")).ToContainTextAsync(new Regex("[1-9][0-9]*/s out"));
        await isShown.CancelAsync();
        await saying;

        await Session(page, "bob").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByLabel("Code").FillAsync("2000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close session", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The code is 1000, or from 3000 to 4999.");
        await page.GetByLabel("Code").FillAsync("4321");
        await page.GetByLabel("Reason").FillAsync("Go away");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("[4321,\"Go away\"]", await bob.EndAsync());
        await Expect(page.Locator("#notice")).ToHaveTextAsync("The session was closed.");
        await Expect(Session(page, "bob")).ToHaveCountAsync(0);
        await Expect(Session(page, "ada")).ToHaveCountAsync(1);
        Assert.Equal(1, server.Rooms.All.Count);
        AssertNoComplaints(blocksSockets);
    }

    [Fact]
    public async Task It_tells_two_transports_apart_and_finds_sessions_by_text()
    {
        var server = Add(await DashboardServer.StartAsync());
        var socket = Add(await Guest.OpenSocketAsync(server.Address, "ada", "books", "films"));
        Add(await Guest.OpenStreamAsync(server.Address, "bob"));
        var page = await OpenAsync(server);

        await page.GetByRole(AriaRole.Button, new() { Name = "/rooms" }).ClickAsync();
        await Expect(Row(page, "/rooms").Locator(".chip")).ToHaveTextAsync(["rawwebsocket 1", "xhr-streaming 1"]);
        await Expect(Session(page, "ada").Locator(".group")).ToHaveTextAsync(["books", "films"]);
        await Expect(page.Locator("#groups li")).ToHaveTextAsync(["books1", "films1"]);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("FILM");
        await Expect(Session(page, "bob")).ToHaveCountAsync(0);
        await Expect(Session(page, "ada")).ToHaveCountAsync(1);
        for (var message = 0; message < 50; message++)
            await socket.SayAsync("books");

        await Expect(Row(page, "/rooms").Locator(".chart").First).ToHaveAttributeAsync("aria-label", new Regex("Messages in a second, [1-9]"));
        AssertNoComplaints();
    }

    [Fact]
    public async Task A_session_is_left_alone_where_nobody_confirms()
    {
        var server = Add(await DashboardServer.StartAsync());
        var ada = Add(await Guest.OpenSocketAsync(server.Address, "ada"));
        var page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Button, new() { Name = "/rooms" }).ClickAsync();

        await Session(page, "ada").GetByRole(AriaRole.Button).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#closing")).ToBeHiddenAsync();

        await ada.SayAsync("still here");
    }

    [Fact]
    public async Task Names_that_are_markup_are_shown_as_they_are_and_do_not_run()
    {
        const string Hostile = """<img src=x onerror="window.owned=true"><script>window.owned=true</script>""";
        var server = Add(await DashboardServer.StartAsync());
        Add(await Guest.OpenSocketAsync(server.Address, "user " + Hostile, "group " + Hostile));
        var page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Button, new() { Name = "/rooms" }).ClickAsync();

        await Expect(page.Locator("#sessions .user")).ToHaveTextAsync("user " + Hostile);
        await Expect(page.Locator("#sessions .group")).ToHaveTextAsync("group " + Hostile);
        await Expect(page.Locator("#groups .group")).ToHaveTextAsync("group " + Hostile);
        await page.Locator("#sessions button").ClickAsync();
        await Expect(page.Locator("#closing-session")).ToContainTextAsync("user " + Hostile);

        Assert.Equal(0, await page.Locator("main img, main script, dialog img, dialog script").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.owned === undefined"));
        AssertNoComplaints();
    }

    [Theory]
    [InlineData(360, 640)]
    [InlineData(768, 1024)]
    [InlineData(1440, 900)]
    public async Task It_fits_the_screen_and_can_be_touched(int width, int height)
    {
        var server = Add(await DashboardServer.StartAsync());
        Add(await Guest.OpenSocketAsync(server.Address, new string('u', 300), new string('g', 200), "films"));
        Add(await Guest.OpenStreamAsync(server.Address, "bob"));
        var page = await OpenAsync(server, new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = true, ColorScheme = width > 1000 ? ColorScheme.Dark : ColorScheme.Light });
        await page.GetByRole(AriaRole.Button, new() { Name = "/rooms" }).ClickAsync();
        await Expect(page.Locator("#sessions tbody tr")).ToHaveCountAsync(2);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var button in await page.GetByRole(AriaRole.Button).AllAsync())
            Assert.True((await button.BoundingBoxAsync())!.Height >= 40, $"{await button.TextContentAsync()} is too small.");
        if (Environment.GetEnvironmentVariable("SOCKJS_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"dashboard-{width}.png"), FullPage = true });
    }

    [Fact]
    public async Task It_comes_back_when_the_connection_breaks()
    {
        var server = Add(await DashboardServer.StartAsync());
        var page = await OpenAsync(server);
        await Expect(page.Locator("#status")).ToHaveTextAsync("Live over WebSocket");

        await page.Context.SetOfflineAsync(true);
        await server.Live.All.CloseAsync(4000, "Again");
        await Expect(page.Locator("#status")).ToContainTextAsync("Not connected");
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Locator("#status")).ToContainTextAsync("Live over");
    }

    private static async Task SayAsync(DashboardServer server, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await server.Rooms.All.SendAsync("Hello", CancellationToken.None);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static ILocator Row(IPage page, string prefix) => page.Locator($"tr[data-prefix='{prefix}']");

    private static ILocator Session(IPage page, string user) => page.Locator("#sessions tbody tr", new() { HasText = user });

    private T Add<T>(T thing)
        where T : IAsyncDisposable
    {
        _things.Add(thing);
        return thing;
    }

    private async Task<IPage> OpenAsync(DashboardServer server, BrowserNewPageOptions? options = null)
    {
        var page = await _browser.OpenAsync(new Uri("about:blank"), options ?? new());
        _things.Add(new Closing(page));
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        await page.GotoAsync(new Uri(server.Address, "/_sockjs").AbsoluteUri);
        return page;
    }

    // What breaks the policy of the page is an error on its console.
    private void AssertNoComplaints(bool exceptSockets = false)
        => Assert.DoesNotContain(_complaints, text => !exceptSockets || !text.Contains("WebSocket connection", StringComparison.Ordinal));

    private sealed class Closing(IPage page) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => page.Context.DisposeAsync();
    }
}
