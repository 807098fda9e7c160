namespace SockJS.Transports.WebSockets;

/// <summary>Tells the exceptions by which a stream says that there is no client any more.</summary>
internal static class ClientGone
{
    public static bool IsMeantBy(Exception exception) => exception is IOException or OperationCanceledException or ObjectDisposedException;
}
