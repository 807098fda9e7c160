namespace SockJS.SocketIO.Conformance.Support;

/// <summary>The endpoints that every server of the tests has.</summary>
internal static class EnginePaths
{
    public const string Engine = "/engine.io/";
    public const string SocketIO = "/socket.io/";
    public const string Polling = "?EIO=4&transport=polling";
    public const string WebSocket = "?EIO=4&transport=websocket";
}
