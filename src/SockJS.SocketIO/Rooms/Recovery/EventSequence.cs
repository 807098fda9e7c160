using System.Globalization;

namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>
/// Numbers the events of an endpoint that clients may miss. Whoever holds its lock numbers an event, keeps it and queues its sending, so that
/// clients get them in the order of their numbers. Nothing is sent while it is held.
/// </summary>
internal sealed class EventSequence(SocketIORecoveryOptions options, TimeSpan noticed, TimeProvider time)
{
    // To look at all namespaces for each event would cost more than it frees.
    private static readonly TimeSpan s_sweepInterval = TimeSpan.FromSeconds(1);

    private readonly HashSet<EventLog> _logs = [];
    private long? _swept;

    public object Lock { get; } = new();

    public SocketIORecoveryOptions Options => options;

    public TimeProvider Time => time;

    /// <summary>Gets how long a loss may go unnoticed.</summary>
    public TimeSpan Noticed => noticed;

    /// <summary>Gets how long an event may be wanted.</summary>
    public TimeSpan Lifetime => options.MaxDisconnection + noticed;

    /// <summary>Gets the number of the last event.</summary>
    public long Last { get; private set; }

    /// <summary>Gets or sets how many bytes all namespaces keep. The lock is held.</summary>
    public long Bytes { get; set; }

    /// <summary>Takes note of a log. The lock is held.</summary>
    public void Add(EventLog log) => _logs.Add(log);

    /// <summary>Lets go of a log. The lock is held.</summary>
    public void Remove(EventLog log) => _logs.Remove(log);

    /// <summary>Has all logs forget what nobody may want any more: those of namespaces without new events keep it, and would leave no room for others. The lock is held.</summary>
    public void ForgetOld()
    {
        if (_swept is { } swept && time.GetElapsedTime(swept) < s_sweepInterval)
            return;
        _swept = time.GetTimestamp();
        foreach (var log in _logs)
            log.ForgetOld();
    }

    /// <summary>Takes the number of the next event. The lock is held.</summary>
    public long Next() => ++Last;

    /// <summary>Returns a number as clients get to know it.</summary>
    public static string TextOf(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a number that a client has got to know, or says that it has.</summary>
    public static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
