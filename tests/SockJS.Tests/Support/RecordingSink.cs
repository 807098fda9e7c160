using System.Text;
using System.Text.Json;
using SockJS.Sessions;

namespace SockJS.Tests.Support;

/// <summary>
/// A receiver that keeps the frames it gets. It can be slow, take only so many frames, or break; and it complains where the session breaks
/// the rules of <see cref="IFrameSink"/>.
/// </summary>
/// <param name="transport">What it claims to be.</param>
/// <param name="takes">How many frames it takes.</param>
/// <param name="yields">Whether its writes go on on another thread.</param>
internal sealed class RecordingSink(SockJSTransports transport = SockJSTransports.XhrStreaming, int takes = int.MaxValue, bool yields = false)
    : IFrameSink
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _lock = new();
    private readonly List<string> _frames = [];
    private readonly List<byte[]> _bytes = [];
    private TaskCompletionSource? _stall;
    private Exception? _failure;
    private bool _writing;
    private bool _released;

    public SockJSTransports Transport => transport;

    public bool IsPoll => takes == 1;

    public bool IsSocket => transport is SockJSTransports.WebSocket or SockJSTransports.RawWebSocket;

    public Task Ended => _ended.Task;

    /// <summary>Gets the frames whose writing has begun, in order.</summary>
    public IReadOnlyList<string> Frames
    {
        get
        {
            lock (_lock)
                return [.. _frames];
        }
    }

    /// <summary>Gets the messages of all frames.</summary>
    public IReadOnlyList<string> Messages
        => [.. Frames.Where(static frame => frame[0] == 'a').SelectMany(static frame => JsonSerializer.Deserialize<string[]>(frame.AsSpan(1))!)];

    /// <summary>Gets the bytes of the frames.</summary>
    public IReadOnlyList<byte[]> Bytes
    {
        get
        {
            lock (_lock)
                return [.. _bytes];
        }
    }

    /// <summary>Gets the number of turns that were given for bytes of its own.</summary>
    public int Controls { get; private set; }

    public bool Aborted { get; private set; }

    /// <summary>Gets or sets what happens when it is released.</summary>
    public Action? Releasing { get; set; }

    /// <summary>Gets what the session did wrong.</summary>
    public string? Violation { get; private set; }

    /// <summary>Lets the writes from now on wait for <see cref="Continue"/>.</summary>
    public void Stall() => _stall = new TaskCompletionSource();

    /// <summary>Lets the write under way complete, inside of this call, and all to come.</summary>
    public void Continue() => Interlocked.Exchange(ref _stall, null)?.SetResult();

    /// <summary>Gets or sets an exception that writes throw before they are tasks.</summary>
    public Exception? ThrowsAtOnce { get; set; }

    /// <summary>Lets the write under way fail, or else the next one.</summary>
    public void Break(Exception? exception = null)
    {
        _failure = exception ?? new IOException("The client is gone.");
        Continue();
    }

    public ValueTask<bool> WriteAsync(Frame frame) => ThrowsAtOnce is { } exception ? throw exception : RecordAsync(frame);

    public void Release()
    {
        lock (_lock)
        {
            if (_writing)
                Violation ??= "The release comes during a write.";
            if (_released)
                Violation ??= "The release comes twice.";
            _released = true;
        }

        Releasing?.Invoke();
        _ended.TrySetResult();
    }

    public void Abort()
    {
        Aborted = true;
        Break(new OperationCanceledException("The connection was aborted."));
    }

    private async ValueTask<bool> RecordAsync(Frame frame)
    {
        var bytes = frame.Bytes.ToArray();
        bool takesMore;
        lock (_lock)
        {
            if (_writing)
                Violation ??= "Two writes overlap.";
            if (_released)
                Violation ??= "A write comes after the release.";
            _writing = true;
            if (frame.Kind == FrameKind.Control)
            {
                Controls++;
            }
            else
            {
                _frames.Add(Encoding.UTF8.GetString(bytes));
                _bytes.Add(bytes);
            }

            takesMore = _frames.Count < takes;
        }

        if (_stall is { } stall)
            await stall.Task;
        if (yields)
            await Task.Yield();
        lock (_lock)
        {
            if (!frame.Bytes.SequenceEqual(bytes))
                Violation ??= "The bytes of a frame changed while it was written.";
            _writing = false;
        }

        return _failure is { } failure ? throw failure : takesMore;
    }
}
