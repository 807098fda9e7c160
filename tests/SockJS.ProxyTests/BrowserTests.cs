using SockJS.ClientTests.Clients;
using SockJS.ProxyTests.Clients;

namespace SockJS.ProxyTests;

/// <summary>Pages, which talk HTTP/2 to the proxy.</summary>
public sealed class BrowserTests(Browser browser, SharedProxies shared) : IClassFixture<SharedProxies>
{
    // More than the connections that a browser has for a server in HTTP/1.1.
    private const int Clients = 10;

    private const string Count = """
        ([transport, clients]) => Promise.all(Array.from({ length: clients }, () => new Promise((resolve, reject) => {
          const socket = new SockJS("/chat", null, { transports: transport, timeout: 20_000 });
          const received = [];
          const next = () => received.length < 3 ? socket.send(String(received.length + 1)) : resolve(received);
          socket.onopen = next;
          socket.onmessage = event => next(received.push(event.data));
          socket.onclose = event => reject(new Error(`closed with ${event.code}`));
        })))
        """;

    public static MatrixTheoryData<string, string> FilesAndTransports { get; } = new(["nginx.conf", "haproxy.cfg", "haproxy-cookie.cfg"], Crowd.Transports);

    [Theory]
    [MemberData(nameof(FilesAndTransports))]
    public async Task Many_clients_of_a_page_count_at_the_same_time(string file, string transport)
    {
        var page = await browser.OpenAsync(shared.Of(file).Endpoint, new() { IgnoreHTTPSErrors = true });
        await using var context = page.Context;
        await page.AddScriptTagAsync(new() { Path = RepositoryFiles.ClientLibrary });

        var counted = await page.EvaluateAsync<string[][]>(Count, new object[] { transport, Clients }).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Clients, counted.Length);
        Assert.All(counted, answers => Assert.Equal(["1", "2", "3"], answers.Select(answer => answer[2..])));
        Assert.All(counted, answers => Assert.Single(answers.Select(answer => answer[0]).Distinct()));
    }
}
