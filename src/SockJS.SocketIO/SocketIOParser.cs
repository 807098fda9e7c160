namespace SockJS.SocketIO;

/// <summary>How packets look on the wire. Nobody negotiates that: the clients of an endpoint have to be set to the same.</summary>
public enum SocketIOParser
{
    /// <summary>Text with JSON, binary values beside it: the parser that clients have by default.</summary>
    Json,

    /// <summary>One binary message for each packet, as of the npm package <c>socket.io-msgpack-parser</c>.</summary>
    MessagePack,
}
