namespace SockJS.SoakTests.SocketIO;

/// <summary>One session of Engine.IO as a client has it: packets of text, and bytes, both ways.</summary>
internal abstract class EngineLink : IAsyncDisposable
{
    protected const char Separator = '\u001e';

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly Action<string> _takeText;
    private readonly Action<byte[]> _takeBytes;
    private readonly Action<Exception> _fail;

    protected EngineLink(Action<string> takeText, Action<byte[]> takeBytes, Action<Exception> fail)
    {
        _takeText = takeText;
        _takeBytes = takeBytes;
        _fail = fail;
        // Asked for later, a source that is disposed of would not give it.
        Ending = _ending.Token;
    }

    /// <summary>Gets the token that ends all that the link does.</summary>
    protected CancellationToken Ending { get; }

    protected SemaphoreSlim Sending => _sending;

    public abstract Task OpenAsync();

    /// <summary>Sends packets, which are strings or arrays of bytes, together.</summary>
    public async Task SendAsync(params object[] packets)
    {
        try
        {
            await _sending.WaitAsync(Ending);
            try
            {
                await WriteAsync(packets);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception) when (Ending.IsCancellationRequested)
        {
            // That is what a drop does to it.
        }
    }

    /// <summary>Breaks off, in the middle of whatever goes on.</summary>
    public virtual Task DropAsync() => _ending.CancelAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await DropAsync();
        _ending.Dispose();
    }

    protected abstract Task WriteAsync(IReadOnlyList<object> packets);

    protected void TakeText(string packet)
    {
        switch (packet[0])
        {
            case '2':
                _ = SendAsync("3");
                break;
            case '4':
                _takeText(packet[1..]);
                break;
            case 'b':
                _takeBytes(Convert.FromBase64String(packet[1..]));
                break;
            case '0' or '1' or '6':
                break;
            default:
                Fail(new InvalidDataException($"the packet {packet} came"));
                break;
        }
    }

    protected void TakeBytes(byte[] bytes) => _takeBytes(bytes);

    protected void Fail(Exception exception)
    {
        if (!Ending.IsCancellationRequested)
            _fail(exception);
    }
}
