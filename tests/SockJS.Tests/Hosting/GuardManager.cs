namespace SockJS.Tests.Hosting;

/// <summary>A session manager that is made from services, or is one.</summary>
internal sealed class GuardManager(TimeProvider time, int limit = 3) : SockJSSessionManager
{
    public TimeProvider Time { get; } = time;

    public int Limit { get; } = limit;
}
