using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SockJS.ClientTests.Samples;

/// <summary>A tab with the chat page, used by what it says and not by how it is built.</summary>
internal sealed class ChatTab
{
    private readonly List<string> _violations = [];

    public ChatTab(IPage page)
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

    public ILocator Privates => ItemsOf("In private");

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public PriceReader ThisPage => new(Page.GetByRole(AriaRole.Row, new() { Name = "This page" }));

    public PriceReader SecondClient => new(Page.GetByRole(AriaRole.Row, new() { Name = "Second client" }));

    public ILocator Room(string name) => ItemsOf("Rooms").Filter(new() { HasText = name });

    /// <summary>Returns how somebody is shown: the name, and what tells visitors of one name apart.</summary>
    public static Regex Shown(string name, string note = "") => new($"^{Regex.Escape(name)}#[0-9a-f]{{4}}{note}$");

    public Task ChooseTransportAsync(string transport) => Page.GetByLabel("Transport").SelectOptionAsync(transport);

    public async Task SignInAsync(string name)
    {
        await Page.GetByLabel("Name").FillAsync(name);
        await PressAsync("Sign in");
    }

    public Task ExpectConnectedAsync(string transport) => Expect(Status).ToHaveTextAsync($"Connected over {transport}");

    public async Task SayAsync(string text)
    {
        await Page.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await PressAsync("Send");
    }

    public Task OpenRoomAsync(string name) => Room(name).GetByRole(AriaRole.Button).ClickAsync();

    public Task OpenPrivateAsync(string name) => Privates.Filter(new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();

    public Task WriteToAsync(string name) => People.Filter(new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();

    public Task OpenTickerAsync() => Page.GetByText("Slow clients", new() { Exact = true }).ClickAsync();

    /// <summary>Returns how many prices the server has replaced, for whichever reader.</summary>
    public async Task<int> ReplacedAsync()
        => int.Parse(await Page.GetByLabel("Replaced for all readers so far").InnerTextAsync(), CultureInfo.InvariantCulture);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private ILocator ItemsOf(string list) => Page.GetByRole(AriaRole.List, new() { Name = list }).GetByRole(AriaRole.Listitem);
}
