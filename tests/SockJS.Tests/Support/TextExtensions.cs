using System.Text;
using SockJS.Sessions;

namespace SockJS.Tests.Support;

/// <summary>Messages as text, where those who receive take bytes.</summary>
internal static class TextExtensions
{
    public static bool TryReceive(this SockJSSession session, string message) => session.TryReceive(Encoding.UTF8.GetBytes(message));

    /// <summary>Hands over a payload where nobody counts its messages.</summary>
    public static Task<bool> ReceiveAsync(this SockJSSession session, ReadOnlyMemory<byte> payload) => session.ReceiveAsync(payload, count: 1);

    public static bool TryAdd(this InboundQueue queue, string message) => queue.TryAdd(Encoding.UTF8.GetBytes(message));
}
