using SockJS.ProxyTests.Clients;

namespace SockJS.ProxyTests;

/// <summary>What the configurations say of sessions: one server each, found by the URL.</summary>
public sealed class BalancingTests(SharedProxies shared) : IClassFixture<SharedProxies>
{
    private const int Clients = 50;
    private const int Numbers = 5;

    public static MatrixTheoryData<string, string> FilesAndTransports { get; } = new(["nginx.conf", "haproxy.cfg"], Crowd.Transports);

    // A client says the next number when it has the last one. A stream that is held back anywhere would never get to the second.
    [Theory]
    [MemberData(nameof(FilesAndTransports))]
    public async Task Clients_count_with_one_server_each_and_every_answer_comes_at_once(string file, string transport)
    {
        var proxy = shared.Of(file);
        await using var crowd = Crowd.Start(proxy.Endpoint, proxy.Certificate.CertificateFile, Clients, [transport], Numbers);

        await crowd.UntilAsync(Enumerable.Range(0, Clients), client => crowd.Received(client).Count == Numbers);

        var servers = Enumerable.Range(0, Clients).Select(client => ServerThatCounted(crowd.Received(client))).ToList();
        Assert.DoesNotContain(crowd.Events, one => one.Event == CrowdEvent.Close);
        Assert.All(crowd.Events.Where(one => one.Event == CrowdEvent.Open), one => Assert.Equal(transport, one.Data));
        Assert.All(shared.Servers, server => Assert.InRange(servers.Count(name => name == server.Name), Clients / 5, Clients * 4 / 5));
        Assert.Empty(shared.Servers[0].Sessions.Intersect(shared.Servers[1].Sessions));
    }

    // In HTTP/2 a proxy sees a URL with scheme and host, which a hash of its first segments must not take for them.
    [Theory]
    [InlineData("nginx.conf")]
    [InlineData("haproxy.cfg")]
    public async Task Sessions_are_spread_and_stay_where_they_are_over_HTTP_2(string file)
    {
        var answers = new List<string>();
        for (var i = 0; i < Clients; i++)
        {
            using var client = new PollingClient(shared.Of(file), server: i * 17);
            client.Http.DefaultRequestVersion = new Version(2, 0);
            await client.OpenAsync();
            answers.Add(ServerThatCounted([await client.AskAsync("1"), await client.AskAsync("2")]));
        }

        Assert.All(shared.Servers, server => Assert.InRange(answers.Count(name => name == server.Name), Clients / 5, Clients * 4 / 5));
    }

    [Fact]
    public async Task Sessions_of_one_cookie_stay_on_one_server_whatever_their_URL()
    {
        var answers = new List<string>();
        for (var i = 0; i < Clients; i++)
        {
            using var client = new PollingClient(shared.Of("haproxy-cookie.cfg"));
            await client.OpenAsync();
            answers.Add(ServerThatCounted([await client.AskAsync("1"), await client.AskAsync("2"), await client.AskAsync("3")]));
        }

        Assert.Equal(["a", "b"], answers.Distinct().Order());
    }

    private static string ServerThatCounted(IReadOnlyList<string> answers)
    {
        var server = answers[0].Split(' ')[0];
        Assert.Equal(Enumerable.Range(1, answers.Count).Select(number => $"{server} {number}"), answers);
        return server;
    }
}
