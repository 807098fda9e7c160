using System.Globalization;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>A session that moves from polling to WebSocket while both sides talk without a pause.</summary>
/// <remarks>
/// The client numbers its messages and the server sends each back, so that both directions are full. <c>SOCKETIO_UPGRADES</c> says how often it
/// is repeated, for a run by hand.
/// </remarks>
public sealed class UpgradeLoadTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const int Messages = 10_000;
    private const int Batch = 100;

    private static readonly int s_rounds =
        int.TryParse(Environment.GetEnvironmentVariable("SOCKETIO_UPGRADES"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    [Fact]
    public async Task Nothing_is_lost_doubled_or_swapped()
    {
        for (var round = 0; round < s_rounds; round++)
        {
            // Early, late, and in between: what waits on the server differs.
            var before = Messages / Batch * (round % 10) / 10 * Batch;

            var received = await TalkAsync(before);

            Assert.Equal(Enumerable.Range(0, Messages), received);
        }
    }

    private async Task<List<int>> TalkAsync(int before)
    {
        var session = await EnginePolling.OpenAsync(Server);
        var received = new List<int>(Messages);
        using var paused = new CancellationTokenSource();
        var polls = PollAsync(session, received, paused.Token);
        var next = 0;
        for (; next < before; next += Batch)
            await session.SendAsync(Packets(next, Batch));

        // The last payload is under way while the socket is probed, and the poll stays open, as clients have it.
        var socket = await session.OpenProbeAsync();
        var last = session.SendAsync(Packets(next, Batch));
        next += Batch;
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());
        await paused.CancelAsync();
        await last;
        await polls;
        await socket.SendAsync("5");

        var reading = ReadAsync(socket, received);
        for (; next < Messages; next++)
            await socket.SendAsync($"4{next}");
        await reading;
        await socket.AssertEchoesAsync("the end");
        return received;
    }

    private static string[] Packets(int first, int count) => [.. Enumerable.Range(first, count).Select(number => $"4{number}")];

    // A client that knows that its socket works waits for the poll that is under way, and makes no other.
    private static async Task PollAsync(EnginePolling session, List<int> received, CancellationToken paused)
    {
        while (!paused.IsCancellationRequested)
            received.AddRange((await session.PollAsync()).Where(packet => packet != "6").Select(Number));
    }

    private static async Task ReadAsync(EngineSocket socket, List<int> received)
    {
        while (received.Count < Messages)
            received.Add(Number(await socket.ReadAsync()));
    }

    private static int Number(string packet)
    {
        Assert.Equal('4', packet[0]);
        return int.Parse(packet.AsSpan(1), CultureInfo.InvariantCulture);
    }
}
