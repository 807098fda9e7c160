using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SockJS.Conformance.Support;

/// <summary>One TCP connection to a server, read and written as bytes.</summary>
/// <remarks>Text is Latin-1 here, so that a string shows every byte of the wire; <see cref="HttpReply"/> decodes bodies.</remarks>
public sealed class Wire : IAsyncDisposable
{
    /// <summary>How long a test waits for the server before it fails. Generous: a busy machine must not fail a test.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    private Wire(Socket socket) => _socket = socket;

    public static async Task<Wire> ConnectAsync(IPEndPoint server)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server).WaitAsync(Patience);
        return new Wire(socket);
    }

    public Task WriteAsync(string latin1) => WriteAsync(Encoding.Latin1.GetBytes(latin1));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes, patience.Token)..];
    }

    /// <summary>Writes what the server may refuse to read: an answer can come, and the connection go, before all is written.</summary>
    public async Task TryWriteAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await WriteAsync(bytes);
        }
        catch (SocketException)
        {
        }
    }

    /// <summary>Reads a line that ends in CR LF, without the two.</summary>
    public async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (line.Length < 2 || line[^2] != '\r' || line[^1] != '\n')
            line.Append((char)await ReadByteAsync());
        return line.ToString(0, line.Length - 2);
    }

    public async Task<byte[]> ReadExactlyAsync(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = await ReadByteAsync();
        return bytes;
    }

    /// <summary>Reads until the server ends the connection.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        while (await FillAsync())
        {
            all.Write(_buffer, _start, _end - _start);
            _start = _end;
        }

        return all.ToArray();
    }

    /// <summary>Waits for the server to end the connection, and fails where it sends something instead.</summary>
    public async Task AssertEndAsync()
        => Assert.Equal("", Encoding.Latin1.GetString(await ReadToEndAsync()));

    /// <summary>Tells whether the server stays silent, neither sending nor closing, for a while.</summary>
    public async Task<bool> IsSilentAsync(TimeSpan time)
    {
        if (_start < _end)
            return false;
        var deadline = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(deadline) < time)
        {
            if (_socket.Poll(0, SelectMode.SelectRead))
                return false;
            await Task.Delay(20);
        }

        return true;
    }

    /// <summary>Ends our direction only; the server may still answer.</summary>
    public void HalfClose() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Cuts the connection with a TCP reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return default;
    }

    private async ValueTask<byte> ReadByteAsync()
        => _start < _end || await FillAsync() ? _buffer[_start++] : throw new EndOfStreamException("The server ended the connection.");

    private async ValueTask<bool> FillAsync()
    {
        if (_start < _end)
            return true;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            _start = 0;
            _end = await _socket.ReceiveAsync(_buffer, patience.Token);
        }
        catch (SocketException)
        {
            // A reset ends the connection just as well.
            _end = 0;
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException("The server neither answered nor ended the connection.", e);
        }

        return _end > 0;
    }
}
