using System.Text.Json;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Connections;

internal sealed partial class ClientConnection
{
    // Of what clients say of themselves, which is kept as long as they stay.
    private const int MaxAuthBytes = 64 * 1024;

    private static readonly JsonElement s_nothing = JsonDocument.Parse("{}").RootElement;

    // Those of a packet for a namespace that the server has disconnected.
    private int _strayAttachments;

    private long MaxPacketBytes => (long)_options.MaxPayload * 2;

    private ValueTask ConnectAsync(ReadOnlySpan<byte> nameSpace, ReadOnlyMemory<byte> data)
    {
        if (_sockets.Find(nameSpace) is not null)
            return RefuseState("joined a namespace twice");
        if (!TryReadAuth(data.Span, out var auth))
            return Refuse("joined a namespace with something else than an object");
        // Found by nobody before it is read: that would be the application, or who it is passed on to.
        if (ClientFault.IsHalfText(data.Span))
            return RefuseAsync(nameSpace, "Invalid auth payload");
        if (_sockets.Joined.Length >= _options.MaxNamespacesPerConnection)
            return RefuseAsync(nameSpace, "Too many namespaces");
        return _namespaces.Take(nameSpace, out var found) is { } refusal
            ? RefuseAsync(nameSpace, refusal)
            : JoinAsync(found!, auth);
    }

    private async ValueTask JoinAsync(Namespace nameSpace, JsonElement auth)
    {
        var time = _namespaces.Context.Time.GetUtcNow();
        var socket = new Socket(nameSpace, this, new SocketIOHandshake(Connection, auth, time, nameSpace.Format));
        _sockets.Add(socket);
        // The connection may have been lost before it was in the list.
        if (!Connection.IsOpen)
            socket.Cut();
        if (await socket.ConnectAsync().ConfigureAwait(false))
            _deadline.Meet();
        else
            _sockets.Remove(socket, byServer: false);
    }

    private async ValueTask LeaveAsync(Socket socket)
    {
        socket.End(SocketIODisconnectReason.ClientNamespaceDisconnect);
        _sockets.Remove(socket, byServer: false);
        // The client may join again at once, but not before it has left.
        await socket.Finished.ConfigureAwait(false);
    }

    private ValueTask RefuseAsync(ReadOnlySpan<byte> nameSpace, string message)
        => SendAsync(Refusal.Write(_namespaces.PlainFormat, nameSpace, message));

    private async ValueTask SendAsync(PacketWriter packet)
    {
        try
        {
            await Connection.SendFramesAsync(packet.Frames, default).ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException)
        {
            // There is nobody left to tell.
        }
        finally
        {
            packet.Return();
        }
    }

    private bool TryReadAuth(ReadOnlySpan<byte> data, out JsonElement auth)
    {
        auth = s_nothing;
        if (data.IsEmpty)
            return true;
        if (data.Length > MaxAuthBytes)
            return false;
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = _options.MaxJsonDepth });
        try
        {
            auth = JsonElement.ParseValue(ref reader);
            return auth.ValueKind == JsonValueKind.Object && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
