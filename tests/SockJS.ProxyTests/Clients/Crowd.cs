using System.Diagnostics;
using System.Text.Json;

namespace SockJS.ProxyTests.Clients;

/// <summary>Many official clients in one process of Node.js, which stay until the crowd is disposed of.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    /// <summary>The transports that Node.js has, by the names that the client gives them.</summary>
    public static readonly string[] Transports = ["websocket", "xhr-streaming", "eventsource", "xhr-polling"];

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task _reading;
    private readonly Lock _lock = new();
    private readonly List<CrowdEvent> _events = [];
    private TaskCompletionSource _more = New();

    private Crowd(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>Connects clients that count with the server.</summary>
    /// <param name="url">The address of the endpoint.</param>
    /// <param name="certificate">The file of a certificate that the clients trust.</param>
    /// <param name="clients">How many there are.</param>
    /// <param name="transports">The transports that they take by turns.</param>
    /// <param name="count">How far each of them counts.</param>
    /// <param name="reconnect">Whether a client that was closed begins again.</param>
    public static Crowd Start(Uri url, string certificate, int clients, string[] transports, int count = 1, bool reconnect = false)
    {
        var request = JsonSerializer.Serialize(new { url, transports, clients, count, reconnect });
        var process = Process.Start(new ProcessStartInfo("node", [RepositoryFiles.Script("crowd.mjs"), request])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_EXTRA_CA_CERTS"] = certificate, ["NODE_NO_WARNINGS"] = "1" },
        })!;
        return new Crowd(process);
    }

    /// <summary>Gets what has happened so far.</summary>
    public IReadOnlyList<CrowdEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <summary>Returns what a client was sent so far.</summary>
    public IReadOnlyList<string> Received(int client)
        => [.. Events.Where(one => one.Client == client && one.Event == CrowdEvent.Message).Select(one => one.Data)];

    public int Count(int client, string what) => Events.Count(one => one.Client == client && one.Event == what);

    /// <summary>Waits until something holds of each of some clients.</summary>
    public async Task UntilAsync(IEnumerable<int> clients, Func<int, bool> condition)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        var left = clients.ToList();
        while (true)
        {
            var more = Volatile.Read(ref _more).Task;
            left.RemoveAll(client => condition(client));
            if (left.Count == 0)
                return;
            try
            {
                await more.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Clients {string.Join(", ", left)} wait in vain. {string.Join(' ', Events.Where(one => one.Client == left[0]))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_lock)
                _events.Add(JsonSerializer.Deserialize<CrowdEvent>(line, JsonSerializerOptions.Web)!);
            Interlocked.Exchange(ref _more, New()).SetResult();
        }
    }
}
