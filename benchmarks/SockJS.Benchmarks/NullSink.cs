using SockJS.Sessions;

namespace SockJS.Benchmarks;

/// <summary>A receiver that takes everything and does nothing.</summary>
internal sealed class NullSink : IFrameSink
{
    public SockJSTransports Transport => SockJSTransports.WebSocket;

    public bool IsPoll => false;

    public bool IsSocket => true;

    public Task Ended { get; } = new TaskCompletionSource().Task;

    public ValueTask<bool> WriteAsync(Frame frame) => new(true);

    public void Release()
    {
    }

    public void Abort()
    {
    }
}
