namespace SockJS.Sessions;

/// <summary>Counts the messages of one client: so many at once, and so many a second on average. Not synchronised.</summary>
/// <remarks>Time is reckoned when messages come, so that an idle client costs nothing; and in whole numbers, so that no message is lost to rounding.</remarks>
internal sealed class TokenBucket(int perSecond, int burst, TimeProvider time)
{
    private readonly long _price = time.TimestampFrequency;
    private readonly long _full = burst * time.TimestampFrequency;
    private long _credit = burst * time.TimestampFrequency;
    private long _countedAt = time.GetTimestamp();

    /// <summary>Takes tokens, as many as there are up to a number.</summary>
    public int Take(int wanted)
    {
        var now = time.GetTimestamp();
        var elapsed = now - _countedAt;
        // After a long silence the product would not fit.
        _credit = elapsed > _full / perSecond ? _full : Math.Min(_full, _credit + (elapsed * perSecond));
        _countedAt = now;
        var taken = (int)Math.Min(wanted, _credit / _price);
        _credit -= taken * _price;
        return taken;
    }
}
