namespace SockJS.Testing.Links;

/// <summary>How a client talks to the server over one transport.</summary>
internal abstract class Link(ClientContext context) : IDisposable
{
    private CancellationTokenSource _dropped = new();
    private Task _receiving = Task.CompletedTask;

    protected ClientContext Context => context;

    /// <summary>Begins to receive.</summary>
    /// <returns>A task that completes when the server has taken the receiver.</returns>
    public Task StartAsync()
    {
        _dropped.Dispose();
        _dropped = new CancellationTokenSource();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiving = RunAsync(ready, _dropped.Token);
        return ready.Task;
    }

    /// <summary>Breaks the receiver off, as the loss of a network would.</summary>
    public async Task DropAsync(SockJSTestClose end)
    {
        context.Inbox.End(end);
        await _dropped.CancelAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(false);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends messages.</summary>
    public abstract Task SendAsync(IReadOnlyList<string> messages, CancellationToken cancellationToken);

    /// <summary>Sends the text of a frame as it is.</summary>
    public abstract Task SendFrameAsync(string frame, CancellationToken cancellationToken);

    /// <summary>Sends bytes as they are.</summary>
    public abstract Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Sends the beginning of a message, and breaks off.</summary>
    public abstract Task AbortSendAsync(string message, int length, CancellationToken cancellationToken);

    /// <summary>Closes the connection as the official client does.</summary>
    public abstract Task CloseAsync(int code, string reason, CancellationToken cancellationToken);

    /// <summary>Receives to the end.</summary>
    protected abstract Task ReceiveAsync(TaskCompletionSource ready, CancellationToken dropped);

    protected virtual void Dispose(bool disposing) => _dropped.Dispose();

    /// <summary>Waits until nothing is received any more.</summary>
    protected Task ReceivedAsync(CancellationToken cancellationToken) => _receiving.WaitAsync(cancellationToken);

    private async Task RunAsync(TaskCompletionSource ready, CancellationToken dropped)
    {
        try
        {
            await ReceiveAsync(ready, dropped).ConfigureAwait(false);
        }
        catch (Exception) when (dropped.IsCancellationRequested)
        {
            // The test wants it so.
        }
        catch (SockJSTestException exception)
        {
            context.Inbox.Fail(exception);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            context.Inbox.End(new SockJSTestClose(SockJSCloseCodes.Abnormal, "Connection lost", WasClean: false));
        }
        catch (Exception exception)
        {
            context.Inbox.Fail(new SockJSTestException("The application failed", exception));
        }
        finally
        {
            // Why there will be nothing to receive, the inbox tells.
            ready.TrySetResult();
        }
    }
}
