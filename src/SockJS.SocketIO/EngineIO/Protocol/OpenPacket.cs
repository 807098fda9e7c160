using System.Globalization;
using System.Text;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>The first packet of a session: a JSON object of exactly five members. Clients compare some of them as text.</summary>
internal static class OpenPacket
{
    /// <summary>Writes the packet, its digit included.</summary>
    /// <param name="id">The id of the session, which needs no escape.</param>
    /// <param name="mayUpgrade">Whether the client may go on to a WebSocket.</param>
    /// <param name="pingInterval">The time between a pong and the next ping; whole milliseconds count.</param>
    /// <param name="pingTimeout">How long the server waits for a pong; whole milliseconds count.</param>
    /// <param name="maxPayload">How many bytes the body of a POST, or a message over WebSocket, may have.</param>
    public static byte[] Write(string id, bool mayUpgrade, TimeSpan pingInterval, TimeSpan pingTimeout, int maxPayload)
        => Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            0{"sid":"{{id}}","upgrades":[{{(mayUpgrade ? "\"websocket\"" : "")}}],"pingInterval":{{(long)pingInterval.TotalMilliseconds}},"pingTimeout":{{(long)pingTimeout.TotalMilliseconds}},"maxPayload":{{maxPayload}}}
            """));
}
