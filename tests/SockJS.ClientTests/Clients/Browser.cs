using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SockJS.ClientTests.Clients.Browser))]

namespace SockJS.ClientTests.Clients;

/// <summary>The Chromium of the machine, one for all tests; each page is a visitor of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    // As root there is no sandbox; and no service of the browser's maker is wanted, nor always reachable.
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        // Of all tests, whichever comes first. A busy machine must not fail any.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = s_arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page without cookies and storage of others.</summary>
    public Task<IPage> OpenAsync(Uri address) => OpenAsync(address, new());

    internal async Task<IPage> OpenAsync(Uri address, BrowserNewPageOptions options)
    {
        var page = await _browser!.NewPageAsync(options);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Opens what the tabs of one visitor share: cookies and storage.</summary>
    internal Task<IBrowserContext> OpenContextAsync() => _browser!.NewContextAsync();

    private static string FindChromium()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("The tests need Chromium on the PATH.");
    }
}
