using SockJS.SocketIO.Acks;
using SockJS.Testing;

namespace SockJS.SocketIO.Tests.Acks;

public sealed class AckDeadlinesTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();
    private readonly AckDeadlines _deadlines;

    public AckDeadlinesTests() => _deadlines = new AckDeadlines(s_timeout, _time);

    [Fact]
    public void What_is_answered_leaves_nothing_behind()
    {
        for (var i = 0; i < 10_000; i++)
        {
            var ack = new Ack();
            _deadlines.Add(ack);
            _deadlines.Remove(ack);
            _deadlines.Remove(ack);
        }

        Assert.Equal(0, _deadlines.Count);
    }

    [Fact]
    public void The_others_are_given_up_in_time_and_at_most_half_a_second_later()
    {
        var acks = Enumerable.Range(0, 100).Select(_ =>
        {
            var ack = new Ack();
            _deadlines.Add(ack);
            _time.Advance(TimeSpan.FromMilliseconds(7));
            return ack;
        }).ToArray();
        _deadlines.Remove(acks[50]);
        _time.Advance(s_timeout - TimeSpan.FromMilliseconds(701));
        Assert.All(acks, static ack => Assert.Equal(0, ack.Expired));

        for (var passed = -1; passed < 1200; passed++)
        {
            Assert.All(acks.Where((_, i) => i != 50 && passed >= (7 * i) + 500), static ack => Assert.Equal(1, ack.Expired));
            Assert.All(acks.Where((_, i) => passed < 7 * i), static ack => Assert.Equal(0, ack.Expired));
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(0, acks[50].Expired);
        Assert.Equal(0, _deadlines.Count);
        Assert.Null(_time.UntilNextTimer);
    }

    [Fact]
    public void Without_an_end_nothing_waits()
    {
        var endless = new AckDeadlines(Timeout.InfiniteTimeSpan, _time);
        endless.Add(new Ack());

        Assert.Equal(0, endless.Count);
        Assert.Null(_time.UntilNextTimer);
    }

    private sealed class Ack : TimedAck
    {
        public int Expired { get; private set; }

        public override void Answered(ReadOnlySpan<byte> first, IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
        {
        }

        public override void Lost()
        {
        }

        public override void Expire() => Expired++;
    }
}
