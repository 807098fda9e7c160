using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SockJS.SoakTests.Clients;

/// <summary>A client that opens a WebSocket, and never reads from it again.</summary>
internal sealed class StalledClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

    public async Task OpenAsync(Uri endpoint, int number)
    {
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, endpoint.Port));
        var handshake = $"GET {endpoint.AbsolutePath}/000/stalled{number}/websocket HTTP/1.1\r\nHost: {endpoint.Authority}\r\n"
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await _socket.SendAsync(Encoding.ASCII.GetBytes(handshake));
        // One byte of the answer tells that it is on its way.
        await _socket.ReceiveAsync(new byte[1]);
    }

    public void Dispose() => _socket.Dispose();
}
