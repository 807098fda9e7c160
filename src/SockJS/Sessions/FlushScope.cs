namespace SockJS.Sessions;

/// <summary>
/// While the messages of one read are handled, what is sent on that thread waits until all of them were handled or the handler awaits, so
/// that the answers to many messages, or the messages of many broadcasts, leave in one frame and one write.
/// </summary>
internal sealed class FlushScope
{
    /// <summary>What a session gathers at the most before it writes all the same.</summary>
    public const int MaxBytes = 16 * 1024;

    [ThreadStatic]
    private static FlushScope? s_current;

    [ThreadStatic]
    private static FlushScope? s_spare;

    private Session[] _sessions = new Session[4];
    private int _count;

    /// <summary>Gets the scope that the current thread is in, if any.</summary>
    public static FlushScope? Current => s_current;

    /// <summary>Enters a scope.</summary>
    /// <returns>The scope, to be given to <see cref="Exit"/>; <see langword="null"/> where the thread is in one already.</returns>
    public static FlushScope? Enter()
    {
        if (s_current is not null)
            return null;
        s_current = s_spare ?? new FlushScope();
        s_spare = null;
        return s_current;
    }

    /// <summary>Leaves the scope and writes what its sessions gathered.</summary>
    /// <param name="scope">What <see cref="Enter"/> returned.</param>
    public static void Exit(FlushScope? scope)
    {
        if (scope is null)
            return;
        s_current = null;
        for (var i = 0; i < scope._count; i++)
            scope._sessions[i].Flush();
        Array.Clear(scope._sessions, 0, scope._count);
        scope._count = 0;
        s_spare = scope;
    }

    public void Add(Session session)
    {
        if (_count == _sessions.Length)
            Array.Resize(ref _sessions, 2 * _count);
        _sessions[_count++] = session;
    }
}
