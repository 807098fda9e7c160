using System.Buffers;
using System.Text;
using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using SockJS.Protocol;

namespace SockJS.Sessions;

/// <summary>
/// The messages that wait for the handler: bounded, many writers, one reader. A writer adds what it has and then wakes the reader, which
/// runs on the writer's thread: on the way from a socket to a handler that answers at once, no thread is switched and nothing allocated.
/// </summary>
/// <param name="maxBytes">How many bytes of messages make it full.</param>
/// <param name="maxCount">How many messages make it full.</param>
/// <param name="takesUtf8">Whether messages are kept as UTF-8 in rented memory, which the reader releases, and not as strings.</param>
/// <param name="shared">Bounds what waits in all queues; <see langword="null"/> where nothing does.</param>
internal sealed class InboundQueue(int maxBytes, int maxCount, bool takesUtf8 = false, BufferedBytes? shared = null) : ChannelReader<SockJSMessage>, IValueTaskSource<bool>
{
    private const int InitialSize = 4;

    private readonly object _lock = new();
    private SockJSMessage[] _items = [];
    private int _head;
    private int _count;
    private int _bytes;
    private int _countedBlocks;
    private bool _isAbandoned;
    private bool _completed;
    private bool _readerWaits;
    private ManualResetValueTaskSourceCore<bool> _reader;
    private CancellationToken _token;
    private CancellationTokenRegistration _cancellation;
    private TaskCompletionSource? _room;

    /// <summary>Gets a value indicating whether writers have to wait. A queue that takes no more drops what it is given, and is never full.</summary>
    public bool IsFull => !_completed && (_count >= maxCount || _bytes >= maxBytes || shared?.Allows(_bytes) == false);

    /// <summary>Adds the messages of a validated payload, from a position on.</summary>
    /// <returns><see langword="false"/> where the queue was full before the end; the position tells how far it came.</returns>
    public bool TryAddArray(ReadOnlySpan<byte> payload, ref int position)
    {
        lock (_lock)
        {
            while (!IsFull)
            {
                if (!MessageArray.TryReadNext(payload, ref position, out var content))
                    return true;
                AddQuoted(content);
            }

            // The end of the payload may have been reached together with the limit.
            var rest = position;
            return !MessageArray.TryReadNext(payload, ref rest, out _);
        }
    }

    /// <summary>Adds one message.</summary>
    /// <param name="message">The message, valid UTF-8 unless it is binary.</param>
    /// <param name="isBinary">Whether it is binary, which only readers know of that take UTF-8.</param>
    /// <returns><see langword="false"/> where the queue is full.</returns>
    public bool TryAdd(ReadOnlySpan<byte> message, bool isBinary = false)
    {
        lock (_lock)
        {
            if (IsFull)
                return false;
            AddPlain(message, isBinary);
            return true;
        }
    }

    /// <summary>Wakes a reader that waits; it runs inside this call.</summary>
    public void Wake()
    {
        bool more;
        lock (_lock)
        {
            if (!_readerWaits || (_count == 0 && !_completed))
                return;
            _readerWaits = false;
            more = _count > 0;
            _cancellation.Unregister();
        }

        _reader.SetResult(more);
    }

    /// <summary>Returns a task that completes when there is room again, or none is needed any more.</summary>
    public Task WaitForRoomAsync()
    {
        lock (_lock)
        {
            if (!IsFull)
                return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>Takes no more messages. The reader still gets those that were accepted, unless they are to be dropped.</summary>
    public void Complete(bool drop)
    {
        lock (_lock)
        {
            _completed = true;
            if (drop)
                Drop();

            ReleaseWriters();
        }
    }

    /// <summary>Says that nobody may come any more to read what is left, so that it counts no longer as waiting.</summary>
    public void Abandon()
    {
        lock (_lock)
        {
            _isAbandoned = true;
            CountBytes();
        }
    }

    public override bool TryRead(out SockJSMessage item)
    {
        lock (_lock)
        {
            if (_count == 0)
            {
                item = default;
                return false;
            }

            item = _items[_head];
            _items[_head] = default;
            _head = (_head + 1) & (_items.Length - 1);
            _count--;
            _bytes -= SizeOf(item);
            CountBytes();
            if (!IsFull)
                ReleaseWriters();
            return true;
        }
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        short version;
        lock (_lock)
        {
            if (_count > 0)
                return new ValueTask<bool>(true);
            if (_completed)
                return new ValueTask<bool>(false);
            if (_readerWaits)
                throw new InvalidOperationException("The messages of a connection have one reader.");
            _readerWaits = true;
            _token = cancellationToken;
            _reader.Reset();
            version = _reader.Version;
            // An idle connection holds no large array.
            if (_items.Length > InitialSize)
                _items = [];
            _head = 0;
        }

        if (cancellationToken.CanBeCanceled)
            CancelWith(version, cancellationToken);
        return new ValueTask<bool>(this, version);
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _reader.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _reader.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _reader.OnCompleted(continuation, state, token, flags);

    private static int SizeOf(SockJSMessage message) => message.Text is { } text ? sizeof(char) * text.Length : message.Utf8.Length;

    private void AddQuoted(ReadOnlySpan<byte> content)
    {
        if (_completed)
            return;
        if (!takesUtf8)
        {
            Add(JsonText.Decode(content));
            return;
        }

        var array = ArrayPool<byte>.Shared.Rent(content.Length);
        Add(SockJSMessage.FromRented(array, JsonText.DecodeUtf8(content, array)));
    }

    private void AddPlain(ReadOnlySpan<byte> text, bool isBinary)
    {
        if (_completed)
            return;
        if (!takesUtf8)
        {
            Add(Encoding.UTF8.GetString(text));
            return;
        }

        var array = ArrayPool<byte>.Shared.Rent(text.Length);
        text.CopyTo(array);
        Add(SockJSMessage.FromRented(array, text.Length, isBinary));
    }

    private void Drop()
    {
        for (var i = 0; i < _count; i++)
            _items[(_head + i) & (_items.Length - 1)].Release();
        _items = [];
        _head = _count = _bytes = 0;
        CountBytes();
    }

    private void Add(SockJSMessage message)
    {
        if (_count == _items.Length)
            Grow();
        _items[(_head + _count) & (_items.Length - 1)] = message;
        _count++;
        _bytes += SizeOf(message);
        CountBytes();
    }

    private void CountBytes() => shared?.Count(ref _countedBlocks, _isAbandoned ? 0 : _bytes);

    private void Grow()
    {
        var larger = new SockJSMessage[Math.Max(InitialSize, 2 * _items.Length)];
        for (var i = 0; i < _count; i++)
            larger[i] = _items[(_head + i) & (_items.Length - 1)];
        _items = larger;
        _head = 0;
    }

    private void ReleaseWriters()
    {
        _room?.TrySetResult();
        _room = null;
    }

    private void CancelWith(short version, CancellationToken token)
    {
        var registration = token.UnsafeRegister(static (queue, token) => ((InboundQueue)queue!).Cancel(token), this);
        lock (_lock)
        {
            // A writer may have woken the reader meanwhile.
            if (_readerWaits && _reader.Version == version)
                _cancellation = registration;
            else
                registration.Unregister();
        }
    }

    private void Cancel(CancellationToken token)
    {
        lock (_lock)
        {
            // A writer may have woken the reader meanwhile, which may wait anew.
            if (!_readerWaits || token != _token)
                return;
            _readerWaits = false;
        }

        _reader.SetException(new OperationCanceledException(token));
    }
}
