using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SockJS.SocketIO.ClientTests.Samples;

/// <summary>A tab with the chat page, used by what it says and not by how it is built.</summary>
internal sealed class ChatTab : IAsyncDisposable
{
    private readonly List<string> _violations = [];

    private ChatTab(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _violations.Add(message.Text);
        };
        page.PageError += (_, error) => _violations.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Gets what the browser has refused because of the policy, and what the scripts have thrown.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    public ILocator People => ItemsOf("In the room");

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Entrance => Page.GetByRole(AriaRole.Button, new() { Name = "Come in" });

    /// <summary>Opens the page.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="server">Where the page is.</param>
    /// <param name="transport">The transport that its address names; empty for both.</param>
    public static async Task<ChatTab> OpenAsync(Browser browser, Uri server, string transport)
    {
        var tab = new ChatTab(await (await browser.OpenContextAsync()).NewPageAsync());
        await tab.Page.GotoAsync(new Uri(server, transport.Length == 0 ? "/" : $"/?transport={transport}").AbsoluteUri);
        return tab;
    }

    /// <summary>Returns how somebody is shown: the name, and what tells visitors of one name apart.</summary>
    public static Regex Shown(string name, string note = "") => new($"^{Regex.Escape(name)}#.{{4}}{note}$");

    public ILocator Room(string name) => ItemsOf("Rooms").Filter(new() { HasText = name });

    public ILocator Picture(string name) => Log.GetByRole(AriaRole.Img, new() { Name = name });

    public async Task ComeInAsync(string name)
    {
        await Page.GetByLabel("Name").FillAsync(name);
        await PressAsync("Come in");
    }

    public Task TypeAsync(string text) => Page.GetByLabel("Message", new() { Exact = true }).FillAsync(text);

    public async Task SayAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Send");
    }

    public Task ShowAsync(string name, byte[] data)
        => Page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = data });

    public Task OpenRoomAsync(string name) => Room(name).GetByRole(AriaRole.Button).ClickAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    // Not the page but its context is what is closed: it was made for this page alone.
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private ILocator ItemsOf(string list) => Page.GetByRole(AriaRole.List, new() { Name = list }).GetByRole(AriaRole.Listitem);
}
