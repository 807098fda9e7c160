namespace SockJS.SoakTests;

/// <summary>A broadcast to a thousand clients, fifty of which do not read: the others notice nothing, and memory stays where it was.</summary>
public sealed class StalledClientTests
{
    private const int Clients = 950;
    private const int Stalled = 50;
    private const int Broadcasts = 300;
    private const int SendBufferBytes = 16 * 1024;

    // What the server keeps of a stalled client: its send buffer, the frame that is being written, and Kestrel's own buffer of 64 KiB.
    private const long MemoryPerStalledClient = 256 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(SlowClientPolicy.Close)]
    [InlineData(SlowClientPolicy.DropNewest)]
    [InlineData(SlowClientPolicy.DropOldest)]
    public async Task Clients_that_do_not_read_delay_no_other_and_hold_little_memory(SlowClientPolicy policy)
    {
        await using var server = new SoakServer(options =>
        {
            options.SlowClientPolicy = policy;
            options.SendBufferBytes = SendBufferBytes;
            // Longer than the test, and so is any wait for such a client.
            options.SendTimeout = TimeSpan.FromHours(1);
            options.PongTimeout = TimeSpan.FromHours(1);
        });
        var clients = Enumerable.Range(0, Clients).Select(i => (SoakClient)new SocketClient(server.Url, $"c{i}")).ToList();
        foreach (var client in clients)
            client.Start();
        await Task.WhenAll(clients.Select(static client => client.Opened)).WaitAsync(s_patience);
        var stalled = Enumerable.Range(0, Stalled).Select(static _ => new StalledClient()).ToList();
        await Task.WhenAll(stalled.Select((client, i) => client.OpenAsync(server.Url, i))).WaitAsync(s_patience);
        Assert.Equal(Clients + Stalled, server.Clients.Connections.Count());

        await BroadcastAsync(server, clients, 1, 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await BroadcastAsync(server, clients, 21, Broadcasts);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.All(clients, static client => Assert.Equal((null, (1, Broadcasts)), (client.Problem, client.Broadcasts)));
        Assert.InRange(after - before, long.MinValue, Stalled * MemoryPerStalledClient);
        var left = Clients + (policy == SlowClientPolicy.Close ? 0 : Stalled);
        await Eventually.TrueAsync(() => server.Clients.Connections.Count() == left, s_patience);
        Assert.All(server.Clients.Connections, static connection => Assert.InRange(connection.QueuedBytes, 0, 2 * SendBufferBytes));
        foreach (var client in stalled)
            client.Dispose();
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    // One after the other: the next is not sent before every client that reads has the last, so that no policy has to decide about those.
    private static async Task BroadcastAsync(SoakServer server, List<SoakClient> clients, int first, int last)
    {
        var padding = new string('x', 1000);
        for (var number = first; number <= last; number++)
        {
            await server.Clients.All.SendAsync($"all:{number}:{padding}").AsTask().WaitAsync(s_patience);
            if (number % 10 == 0)
                await Task.WhenAll(clients.Select(client => client.WaitForAllAsync(number))).WaitAsync(s_patience);
        }
    }
}
