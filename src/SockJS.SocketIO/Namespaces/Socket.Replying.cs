using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

// What a client is told of its join: that it has joined, or why not.
internal sealed partial class Socket
{
    // Enough for the reply to be read before more comes. Timers go by a clock with steps of
    // four milliseconds on Linux, and may be early by as much.
    private static readonly TimeSpan s_lead = TimeSpan.FromMilliseconds(8);

    // Clients that listen for events only when they have read the reply lose those that arrive together with it.
    private async ValueTask SendReplyAsync()
    {
        var packet = WriteReply();
        try
        {
            await Connection.SendFramesAsync(packet.Frames, default).ConfigureAwait(false);
        }
        finally
        {
            packet.Return();
        }

        if (Connection.Transport != EngineIOTransport.WebSocket || !IsHolding)
            return;
        Connection.Flush();
        await Task.Delay(s_lead, _nameSpace.Time).ConfigureAwait(false);
    }

    private PacketWriter WriteReply()
    {
        var packet = PacketWriter.Rent(_nameSpace.Format);
        var json = packet.BeginBare(SocketPacketType.Connect, Utf8Namespace);
        json.WriteStartObject();
        json.WriteString("sid"u8, Id);
        if (_secret is not null)
            json.WriteString("pid"u8, _secret);
        json.WriteEndObject();
        packet.EndBare();
        return packet;
    }

    private ValueTask RefuseAsync(string message, object? data)
    {
        End(SocketIODisconnectReason.ServerNamespaceDisconnect);
        try
        {
            return SendLastAsync(Refusal.Write(_nameSpace.Format, Utf8Namespace, message, data));
        }
        catch (Exception exception)
        {
            Failed("refusal", exception);
            return SendLastAsync(Refusal.Write(_nameSpace.Format, Utf8Namespace, message));
        }
    }

    private async ValueTask SendLastAsync(PacketWriter packet)
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
}
