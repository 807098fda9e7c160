using Microsoft.Playwright;
using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Samples;

/// <summary>A visitor of the chat page, who uses it by what it says and not by how it is built.</summary>
internal sealed class ChatVisitor : IAsyncDisposable
{
    private readonly List<string> _violations = [];

    private ChatVisitor(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _violations.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Gets what the browser has refused to the page because of its policy.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    public ILocator People => Page.GetByRole(AriaRole.List, new() { Name = "In the room" }).GetByRole(AriaRole.Listitem);

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public static async Task<ChatVisitor> OpenAsync(Browser browser, Uri address)
        => new(await browser.OpenAsync(address));

    public async Task JoinAsync(string name, string transport)
    {
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Transport").SelectOptionAsync(transport);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
    }

    public async Task SayAsync(string text)
    {
        await Page.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    public Task LeaveAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
