using System.Net;

namespace SockJS.Diagnostics;

/// <summary>
/// Remembers clients whose WebSocket has failed, for as long as they would need to try something else. A client is known by its address
/// and the name of its program, so that many behind one proxy look like one: what comes of it is an estimate.
/// </summary>
internal sealed class FallbackTable(TimeProvider time)
{
    /// <summary>How many are remembered; the oldest goes first.</summary>
    public const int Capacity = 1024;

    private static readonly TimeSpan s_memory = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private readonly Queue<(Client Client, long At)> _order = new();
    private readonly Dictionary<Client, (FallbackCause Cause, long At)> _failed = [];

    /// <summary>Gets the number of clients that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _failed.Count;
        }
    }

    /// <summary>Notes that the WebSocket of a client has failed.</summary>
    public void Failed(IPAddress? address, string program, FallbackCause cause)
    {
        var client = Client.Of(address, program);
        var now = time.GetTimestamp();
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && (_order.Count >= Capacity || IsOver(oldest.At, now)))
            {
                _order.Dequeue();
                // It may have failed again since.
                if (_failed.TryGetValue(oldest.Client, out var noted) && noted.At == oldest.At)
                    _failed.Remove(oldest.Client);
            }

            _order.Enqueue((client, now));
            _failed[client] = (cause, now);
        }
    }

    /// <summary>Takes out a client that opens a session over HTTP.</summary>
    /// <returns>Whether its WebSocket has failed a short time ago.</returns>
    public bool TryTake(IPAddress? address, string program, out FallbackCause cause)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            var found = _failed.Remove(Client.Of(address, program), out var noted);
            cause = noted.Cause;
            return found && !IsOver(noted.At, now);
        }
    }

    private bool IsOver(long at, long now) => time.GetElapsedTime(at, now) > s_memory;

    // Names are as long as clients like.
    private readonly record struct Client(IPAddress? Address, int Program)
    {
        public static Client Of(IPAddress? address, string program) => new(address, string.GetHashCode(program, StringComparison.Ordinal));
    }
}
