using System.Globalization;

namespace SockJS.SoakTests;

/// <summary>
/// Some thousand clients over mixed transports, a third of which drop out in the middle of it. SOAK_ROUNDS and SOAK_CLIENTS make it as long
/// and as large as one likes.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Messages = 20;
    private const int Broadcasts = 10;
    private const long Noise = 4 * 1024 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly string s_padding = new('x', 100);

    private readonly int _rounds = Setting("SOAK_ROUNDS", 4);
    private readonly int _clients = Setting("SOAK_CLIENTS", 1_000);

    [Fact]
    public async Task Every_message_is_accounted_for_and_nothing_is_left_of_clients_that_have_gone()
    {
        // Small, so that streams end and begin anew many times.
        // Who polls among so many may take its time on a busy machine, and is to keep its session.
        await using var server = new SoakServer(static options => (options.ResponseLimit, options.DisconnectDelay) = (4096, TimeSpan.FromSeconds(10)));
        var memory = new List<long>();
        for (var round = 1; round <= _rounds; round++)
        {
            await RunAsync(server, round);
            server.Ledger.Clear();
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        output.WriteLine($"Bytes in use after each round: {string.Join(", ", memory)}");
        // Pools grow in one round and shrink in another; what leaks is there in each that follows.
        Assert.InRange(memory[(memory.Count / 2)..].Min(), 0, memory[..(memory.Count / 2)].Min() + Noise);
    }

    private async Task RunAsync(SoakServer server, int round)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var clients = Enumerable.Range(0, _clients).Select(i => Create(http, server.Url, round, i)).ToList();
        foreach (var client in clients)
            client.Start();
        await Task.WhenAll(clients.Select(static client => client.Opened)).WaitAsync(s_patience);
        Assert.Equal(_clients, server.Clients.Connections.Count());

        var broadcasting = BroadcastAsync(server);
        await Task.WhenAll(clients.Select((client, i) => LiveAsync(client, drops: i % 3 == 0, new Random((round * _clients) + i)))).WaitAsync(s_patience);
        await broadcasting;
        foreach (var client in clients)
            await client.DisposeAsync();

        await Task.WhenAll(clients.Where(static client => client.Confirmed > 0).Select(client => server.Ledger.Of(client.Name).Closed)).WaitAsync(s_patience);
        // Those of which nothing was confirmed have no account that would tell.
        await Eventually.TrueAsync(() => !server.Clients.Connections.Any(), s_patience);
        Assert.Empty(clients.Select((client, i) => FindProblem(client, server.Ledger.Of(client.Name), dropped: i % 3 == 0)).OfType<string>());
        output.WriteLine($"Round {round}: sent {clients.Sum(static c => c.Sent)}, confirmed {clients.Sum(static c => c.Confirmed)}, "
            + $"handled {clients.Sum(c => server.Ledger.Of(c.Name).Received)}, returned {clients.Sum(static c => c.Returned)}, "
            + $"broadcasts {clients.Sum(static c => c.Broadcasts.Last)}");
    }

    private static SoakClient Create(HttpClient http, Uri url, int round, int i)
    {
        var name = $"r{round}c{i}";
        return (i % 4) switch
        {
            0 => new SocketClient(url, name),
            1 => new PollingClient(http, url, name),
            2 => new StreamingClient(http, url, name, isEventSource: false),
            _ => new StreamingClient(http, url, name, isEventSource: true),
        };
    }

    private static async Task LiveAsync(SoakClient client, bool drops, Random random)
    {
        var lives = drops ? random.Next(Messages) : Messages;
        while (client.Sent < lives)
        {
            await client.SendAsync(random.Next(1, 4), s_padding);
            await Task.Delay(random.Next(100));
        }

        if (drops)
            await Task.WhenAll(client.SendAsync(3, s_padding), client.DropAsync());
        else
            await client.WaitForAllAsync(Broadcasts);
    }

    private static async Task BroadcastAsync(SoakServer server)
    {
        for (var number = 1; number <= Broadcasts; number++)
        {
            await server.Clients.All.SendAsync(string.Create(CultureInfo.InvariantCulture, $"all:{number}:{s_padding}"));
            await Task.Delay(50);
        }
    }

    // What was confirmed was handled, what was handled had been sent, and nothing came back that was not handled.
    private static string? FindProblem(SoakClient client, Account account, bool dropped)
    {
        if ((client.Problem ?? account.Problem) is { } problem)
            return $"{client.Name}: {problem}";
        var isRight = dropped
            ? client.Confirmed <= account.Received && account.Received <= client.Sent && client.Returned <= account.Received
            : client.Confirmed == client.Sent && account.Received == client.Sent && client.Returned == client.Sent
                && client.Broadcasts == (1, Broadcasts);
        return isRight
            ? null
            : $"{client.Name}: sent {client.Sent}, confirmed {client.Confirmed}, handled {account.Received}, returned {client.Returned}, broadcasts {client.Broadcasts}";
    }

    private static int Setting(string name, int usual)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
