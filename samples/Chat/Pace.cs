namespace ChatSample;

/// <summary>How fast one tab may speak: some messages at once, and then two per second.</summary>
internal sealed class Pace(TimeProvider time)
{
    public const string Problem = "Not so fast, please.";

    private const double Burst = 20;
    private const double PerSecond = 2;

    private double _left = Burst;
    private long _last = time.GetTimestamp();

    public bool Allows()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(Burst, _left + (time.GetElapsedTime(_last, now).TotalSeconds * PerSecond));
        _last = now;
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
