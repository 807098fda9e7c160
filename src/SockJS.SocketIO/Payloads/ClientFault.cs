using SockJS.Payloads;
using SockJS.Protocol;

namespace SockJS.SocketIO.Payloads;

/// <summary>Tells what a client has done wrong from what the handler has that it was given to.</summary>
internal static class ClientFault
{
    /// <summary>Returns whether there is half a character in what a client has sent, which is JSON but no text that .NET reads.</summary>
    public static bool IsHalfText(ReadOnlySpan<byte> json) => SurrogateEscapes.HasLone(json);

    /// <summary>Returns whether a handler has failed because of what a client has sent.</summary>
    /// <param name="exception">What the handler has thrown.</param>
    /// <param name="isHalfText">
    /// Whether there is half a character in what was sent: what reads it throws what handlers throw that are wrong themselves.
    /// </param>
    public static bool IsMeantBy(Exception exception, bool isHalfText)
        => exception is IClientFault || (isHalfText && JsonFault.IsMeantBy(exception));
}
