using Microsoft.AspNetCore.Authorization;

namespace SockJS.Tests.Hosting;

/// <summary>An annotated channel, as users write them.</summary>
[SockJSChannel("ann")]
internal sealed partial class ProbeChannel : IDisposable
{
    private readonly ProbeScope _scope;

    public ProbeChannel(ProbeScope scope) => _scope = scope;

    [OnOpen]
    public string Open() => $"scope {_scope.Number}";

    [OnMessage]
    public string Echo(string message) => message;

    public void Dispose() => _scope.HandlerDisposed = true;
}

/// <summary>What there is one of in each service scope.</summary>
internal sealed class ProbeScope(ProbeScopes all) : IDisposable
{
    public int Number { get; } = all.Next();

    public bool HandlerDisposed { get; set; }

    public void Dispose() => all.Disposed(Number, HandlerDisposed);
}

/// <summary>Counts scopes, and those that were disposed after their handlers.</summary>
internal sealed class ProbeScopes
{
    private int _count;
    private int _disposed;

    public int InOrder => Volatile.Read(ref _disposed);

    public int Next() => Interlocked.Increment(ref _count);

    public void Disposed(int number, bool handlerFirst)
    {
        if (handlerFirst && number > 0)
            Interlocked.Increment(ref _disposed);
    }
}

/// <summary>A channel of typed messages.</summary>
[SockJSChannel("typed")]
internal sealed partial class TypedChannel
{
    [OnMessage("add", Reply = "sum")]
    public int Add(int[] numbers) => numbers.Sum();
}

/// <summary>A channel for everybody.</summary>
[SockJSChannel("open")]
[AllowAnonymous]
internal sealed partial class OpenChannel
{
    [OnMessage]
    public string Echo(string message) => message;
}

/// <summary>A channel that is not for everybody.</summary>
[SockJSChannel("guarded")]
[Authorize(Policy = "probes")]
internal sealed partial class GuardedChannel
{
    [OnMessage]
    public string Echo(string message) => message;
}
