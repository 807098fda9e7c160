using System.Threading.Channels;

namespace SockJS.ClientTests.Hosting;

/// <summary>What the endpoints of a server have seen of their connections.</summary>
public sealed class ConnectionJournal
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _opened = Channel.CreateUnbounded<string>();
    private readonly Channel<SockJSCloseReason> _closed = Channel.CreateUnbounded<SockJSCloseReason>();

    public void Opened(SockJSConnection connection) => _opened.Writer.TryWrite(connection.Id);

    public void Closed(SockJSCloseReason reason) => _closed.Writer.TryWrite(reason);

    public Task NextOpenedAsync() => _opened.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    public Task<SockJSCloseReason> NextClosedAsync() => _closed.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>Gets how many connections opened that nobody has asked for yet.</summary>
    public int MoreOpened => _opened.Reader.Count;

    /// <summary>Gets how many ends of connections nobody has asked for yet.</summary>
    public int MoreClosed => _closed.Reader.Count;
}
