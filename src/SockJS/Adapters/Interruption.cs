namespace SockJS.Adapters;

/// <summary>What becomes of an abort. A transport cannot always break off, so the client is told.</summary>
internal static class Interruption
{
    public static void Of(SockJSConnection connection)
        => connection.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, SockJSCloseCodes.Interrupted, "Connection interrupted"));
}
