using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Tests.Rooms.Recovery;

public sealed class EventLogTests
{
    private readonly Clock _time = new();

    [Fact]
    public void What_a_namespace_without_new_events_keeps_makes_room_when_nobody_may_want_it_any_more()
    {
        var sequence = Sequence(options => options.MaxBytes = 10_000);
        var (quiet, busy) = (new EventLog(sequence), new EventLog(sequence));
        Add(quiet, bytes: 9_000);
        Add(busy, bytes: 1_000);
        Assert.Equal((1, 0), (quiet.Count, busy.Count));

        _time.Now += sequence.Lifetime + TimeSpan.FromSeconds(1);
        Add(busy, bytes: 1_000);

        Assert.Equal((0, 1), (quiet.Count, busy.Count));
    }

    [Fact]
    public void Small_events_count_with_what_it_costs_to_keep_them()
    {
        var log = new EventLog(Sequence(options => options.MaxBytesPerNamespace = 10_000));

        for (var i = 0; i < 1_000; i++)
            Add(log, bytes: 10);

        Assert.InRange(log.Count, 1, 50);
    }

    [Fact]
    public void A_namespace_that_is_no_more_leaves_its_room_to_others()
    {
        var sequence = Sequence(options => options.MaxBytes = 10_000);
        var (gone, other) = (new EventLog(sequence), new EventLog(sequence));
        Add(gone, bytes: 9_000);

        lock (sequence.Lock)
            gone.Close();
        Add(gone, bytes: 9_000);
        Add(other, bytes: 9_000);

        Assert.Equal((0, 1), (gone.Count, other.Count));
    }

    private static void Add(EventLog log, int bytes)
    {
        lock (log.Sequence.Lock)
            log.Add(log.Sequence.Next(), new byte[bytes], MemberSelection.All);
    }

    private EventSequence Sequence(Action<SocketIORecoveryOptions> configure)
    {
        var options = new SocketIORecoveryOptions { Enabled = true };
        configure(options);
        return new EventSequence(options, TimeSpan.FromSeconds(45), _time);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
