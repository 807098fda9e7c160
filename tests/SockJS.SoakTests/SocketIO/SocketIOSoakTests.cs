using System.Globalization;

namespace SockJS.SoakTests.SocketIO;

/// <summary>
/// Hundreds of clients of Socket.IO over polling, over WebSocket, and from the one to the other, a third of which lose their connection in the
/// middle of it and come back. SOAK_ROUNDS and SOAK_CLIENTS make it as long and as large as one likes.
/// </summary>
public sealed class SocketIOSoakTests(ITestOutputHelper output)
{
    private const int Events = 20;
    private const int News = 30;
    private const int Namespaces = 8;
    private const long Noise = 4 * 1024 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly int _rounds = Setting("SOAK_ROUNDS", 3);
    private readonly int _clients = Setting("SOAK_CLIENTS", 300);

    [Fact]
    public async Task Every_acknowledged_event_was_handled_once_and_nothing_is_left_of_clients_that_have_gone()
    {
        // Each round has namespaces of its own. Those of the last round may still wait for clients that could come back, those before may not.
        await using var server = new RoomServer(2 * Namespaces);
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

    private async Task RunAsync(RoomServer server, int round)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var clients = Enumerable.Range(0, _clients).Select(i => Create(http, server, round, i)).ToList();
        await Task.WhenAll(clients.Select(static client => client.OpenAsync())).WaitAsync(s_patience);
        Assert.Equal(_clients, server.Sessions);

        var telling = Task.WhenAll(TellAsync(server, RoomServer.Forgetful, 1, News - 1), TellAsync(server, RoomServer.Mindful, 1, News - 1));
        await Task.WhenAll(clients.Select((client, i) => LiveAsync(client, server, Drops(i), new Random((round * _clients) + i)))).WaitAsync(s_patience);
        await telling;
        // Only now: those who were slow to come back, and are not who they were, would wait for it in vain.
        await Task.WhenAll(TellAsync(server, RoomServer.Forgetful, News, News), TellAsync(server, RoomServer.Mindful, News, News));
        await Task.WhenAll(clients.Select(static client => client.WaitAsync(News))).WaitAsync(s_patience);
        Assert.Empty(clients.Select(client => FindProblem(client, server.Ledger)).OfType<string>());
        foreach (var client in clients)
            await client.DisposeAsync();

        await Task.WhenAll(clients.Select(client => server.Ledger.Of(client.Account).Closed)).WaitAsync(s_patience);
        await Eventually.TrueAsync(() => server is { Sessions: 0, Unanswered: 0 }, s_patience);
        foreach (var prefix in new[] { RoomServer.Forgetful, RoomServer.Mindful })
        {
            Assert.Empty(await server.Of(prefix).FetchSocketsAsync());
            // Whoever has gone is taken out of the rooms when its handler was told.
            await Eventually.TrueAsync(() => server.Of(prefix).RoomNames.Count == 0, s_patience);
        }

        output.WriteLine($"Round {round}: answered {clients.Sum(static c => c.Answered)}, recovered {clients.Sum(static c => c.Recoveries)} "
            + $"of {Enumerable.Range(0, _clients).Count(Drops)} that dropped out");
    }

    private static bool Drops(int i) => i / 6 % 3 == 0;

    private static RoomClient Create(HttpClient http, RoomServer server, int round, int i)
    {
        var isMindful = i / 3 % 2 == 1;
        var url = server.UrlOf(isMindful ? "mindful" : "forgetful");
        var nameSpace = $"/{(isMindful ? RoomServer.Mindful : RoomServer.Forgetful)}r{round}n{i / 6 % Namespaces}";
        return new RoomClient($"r{round}c{i}", nameSpace, (text, bytes, fail) => (i % 3) switch
        {
            0 => new PollingLink(http, url, text, bytes, fail),
            1 => new WebSocketLink(url, text, bytes, fail),
            _ => new UpgradingLink(http, url, text, bytes, fail),
        });
    }

    private static async Task LiveAsync(RoomClient client, RoomServer server, bool drops, Random random)
    {
        if (drops)
        {
            await EmitAsync(client, random.Next(Events), random);
            var account = server.Ledger.Of(client.Account);
            await Task.WhenAll(client.EmitAsync(3), client.DropAsync());
            Assert.InRange(client.Answered, 0, account.Received);
            Assert.InRange(account.Received, 0, client.Emitted);
            await Task.Delay(random.Next(300));
            await client.OpenAsync();
        }

        await EmitAsync(client, Events, random);
    }

    private static async Task EmitAsync(RoomClient client, int count, Random random)
    {
        while (client.Emitted < count)
        {
            await client.EmitAsync(random.Next(1, 4));
            await Task.Delay(random.Next(50));
        }
    }

    private static async Task TellAsync(RoomServer server, string prefix, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            await server.Of(prefix).In(RoomServer.Hall).EmitAsync("news", number);
            await Task.Delay(50);
        }
    }

    private static string? FindProblem(RoomClient client, Ledger ledger)
    {
        var account = ledger.Of(client.Account);
        if ((client.Problem ?? ledger.Of(client.FirstAccount).Problem ?? account.Problem) is { } problem)
            return $"{client.Account}: {problem}";
        return client.Answered == client.Emitted && account.Received == client.Emitted && client.News == News
            ? null
            : $"{client.Account}: emitted {client.Emitted}, answered {client.Answered}, handled {account.Received}, news {client.News}";
    }

    private static int Setting(string name, int usual)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
