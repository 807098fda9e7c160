using System.Globalization;
using System.Text.Json;

namespace SockJS.SoakTests.Clients;

/// <summary>A client that keeps accounts of its own: what it sent, what the server has confirmed, and what came back.</summary>
internal abstract class SoakClient(string name) : IAsyncDisposable
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _expectedMessages = int.MaxValue;
    private int _expectedBroadcasts;

    public string Name => name;

    /// <summary>Gets the number of messages that the client has begun to send.</summary>
    public int Sent { get; private set; }

    /// <summary>Gets the number of messages that the server has said to have accepted.</summary>
    public int Confirmed { get; protected set; }

    /// <summary>Gets the number of messages that came back.</summary>
    public int Returned { get; private set; }

    /// <summary>Gets the number of the first and of the last broadcast that came; zero where none did.</summary>
    public (int First, int Last) Broadcasts { get; private set; }

    /// <summary>Gets the first thing that went wrong.</summary>
    public string? Problem { get; private set; }

    public Task Opened => _opened.Task;

    /// <summary>Begins to receive.</summary>
    public abstract void Start();

    /// <summary>Breaks the connection off, in the middle of whatever it does.</summary>
    public abstract Task DropAsync();

    public abstract ValueTask DisposeAsync();

    public async Task SendAsync(int count, string padding)
    {
        var messages = Enumerable.Range(Sent + 1, count).Select(number => $"{name}:{number}:{padding}").ToList();
        Sent += count;
        await SendAsync(messages);
    }

    /// <summary>Waits until everything that was sent has come back, and the last broadcast has come.</summary>
    public Task WaitForAllAsync(int broadcasts)
    {
        _expectedBroadcasts = broadcasts;
        Interlocked.Exchange(ref _expectedMessages, Sent);
        // After that, so that what is met by the last expectation does not complete this one.
        if (_complete.Task.IsCompletedSuccessfully)
            _complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CompleteIfAllIsThere();
        return _complete.Task;
    }

    protected abstract Task SendAsync(IReadOnlyList<string> messages);

    /// <summary>Takes a frame of the protocol, without what carried it.</summary>
    protected void Take(ReadOnlySpan<char> frame)
    {
        switch (frame[0])
        {
            case 'o':
                if (!_opened.TrySetResult())
                    Fail(new InvalidDataException("the session was lost, and opened anew"));
                break;
            case 'a':
                foreach (var message in JsonSerializer.Deserialize<string[]>(frame[1..])!)
                    TakeMessage(message);
                break;
            case 'h':
                break;
            default:
                Problem ??= $"the frame {frame} came";
                break;
        }
    }

    protected void Fail(Exception exception)
    {
        Problem ??= exception.Message;
        _opened.TrySetException(exception);
        _complete.TrySetException(exception);
        _ = _opened.Task.Exception;
        _ = _complete.Task.Exception;
    }

    private void TakeMessage(string message)
    {
        var parts = message.Split(':');
        var number = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (parts[0] == "all")
        {
            TakeBroadcast(number);
            return;
        }

        if (parts[0] != name)
            Problem ??= $"a message of {parts[0]} came";
        if (number != Returned + 1)
            Problem ??= $"message {number} came back after message {Returned}";
        Returned = number;
        CompleteIfAllIsThere();
    }

    private void TakeBroadcast(int number)
    {
        if (Broadcasts.Last != 0 && number != Broadcasts.Last + 1)
            Problem ??= $"broadcast {number} came after broadcast {Broadcasts.Last}";
        Broadcasts = (Broadcasts.First == 0 ? number : Broadcasts.First, number);
        CompleteIfAllIsThere();
    }

    private void CompleteIfAllIsThere()
    {
        // Whoever comes second, the one who waits or what is waited for, sees what the first has written.
        Interlocked.MemoryBarrier();
        if (Returned >= Volatile.Read(ref _expectedMessages) && Broadcasts.Last >= _expectedBroadcasts)
            _complete.TrySetResult();
    }
}
