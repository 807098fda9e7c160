using Microsoft.Playwright;

namespace SockJS.ClientTests.Clients;

/// <summary>The official client in a page of Chromium.</summary>
internal sealed class BrowserClient : IAsyncDisposable
{
    private readonly IPage _page;

    private BrowserClient(IPage page) => _page = page;

    public IPage Page => _page;

    /// <summary>Opens the page that has the client.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="origin">The origin of the page.</param>
    public static async Task<BrowserClient> OpenAsync(Browser browser, Uri origin)
        => new(await browser.OpenAsync(new Uri(origin, "/client/client.html")));

    public async Task<Outcome> ConverseAsync(Conversation conversation)
        => Outcome.FromJson(await _page.EvaluateAsync<string>("request => window.converse(request)", conversation.ToJson()));

    public async Task<ChannelsOutcome> MultiplexAsync(ChannelsConversation conversation)
        => ChannelsOutcome.FromJson(await _page.EvaluateAsync<string>("request => window.multiplex(request)", conversation.ToJson()));

    // Not the page but its context is what is closed: it was made for this page alone.
    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();
}
