using Microsoft.Playwright;
using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Samples;

/// <summary>A visitor of the chat page, with a cookie and any number of tabs.</summary>
internal sealed class ChatVisitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<ChatTab> _tabs = [];

    private ChatVisitor(IBrowserContext context, Uri address)
    {
        _context = context;
        _address = address;
    }

    /// <summary>Gets what the browser has refused to the pages because of their policy.</summary>
    public IEnumerable<string> Violations => _tabs.SelectMany(static tab => tab.Violations);

    public static async Task<ChatVisitor> CreateAsync(Browser browser, Uri address)
        => new(await browser.OpenContextAsync(), address);

    /// <summary>Opens a tab, which finds the form or, if the visitor has signed in, the chat.</summary>
    public async Task<ChatTab> OpenTabAsync()
    {
        var tab = new ChatTab(await _context.NewPageAsync());
        _tabs.Add(tab);
        await tab.Page.GotoAsync(_address.AbsoluteUri);
        return tab;
    }

    /// <summary>Opens a tab and signs in.</summary>
    public async Task<ChatTab> SignInAsync(string name, string transport = "auto")
    {
        var tab = await OpenTabAsync();
        await tab.ChooseTransportAsync(transport);
        await tab.SignInAsync(name);
        return tab;
    }

    /// <summary>Opens a tab of a visitor who has signed in.</summary>
    public async Task<ChatTab> OpenAnotherTabAsync(string transport)
    {
        var tab = await OpenTabAsync();
        await tab.ChooseTransportAsync(transport);
        await tab.ExpectConnectedAsync(transport);
        return tab;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
