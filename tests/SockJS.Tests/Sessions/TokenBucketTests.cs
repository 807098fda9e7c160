using SockJS.Sessions;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Who_was_silent_may_take_the_burst_and_no_more()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 25, _time);
        Assert.Equal(20, bucket.Take(20));
        Assert.Equal(5, bucket.Take(20));
        Assert.Equal(0, bucket.Take(1));
    }

    [Fact]
    public void Tokens_come_back_at_the_rate_up_to_the_burst()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 25, _time);
        bucket.Take(25);
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0, bucket.Take(1));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, bucket.Take(2));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, bucket.Take(100));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(25, bucket.Take(100));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(999)]
    public void Looking_often_loses_nothing_to_rounding(int perSecond)
    {
        var bucket = new TokenBucket(perSecond, burst: 2 * perSecond, _time);
        bucket.Take(2 * perSecond);
        var taken = 0;
        for (var i = 0; i < 1000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            taken += bucket.Take(1000);
        }

        Assert.Equal(10 * perSecond, taken);
    }

    [Fact]
    public void Large_rates_and_long_silences_do_not_overflow()
    {
        var bucket = new TokenBucket(int.MaxValue, int.MaxValue, _time);
        Assert.Equal(int.MaxValue, bucket.Take(int.MaxValue));
        _time.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(int.MaxValue, bucket.Take(int.MaxValue));

        var slow = new TokenBucket(1, int.MaxValue, _time);
        slow.Take(int.MaxValue);
        _time.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(3650 * 24 * 60 * 60, slow.Take(int.MaxValue));
    }
}
