namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>What a packet of Engine.IO v4 says; the values are the digits on the wire.</summary>
internal enum PacketType : byte
{
    /// <summary>The handshake, from the server.</summary>
    Open = (byte)'0',

    /// <summary>The end of the session.</summary>
    Close = (byte)'1',

    /// <summary>From the server, a heartbeat; from a client, the probe of a socket that it would upgrade to.</summary>
    Ping = (byte)'2',

    /// <summary>The answer to a ping.</summary>
    Pong = (byte)'3',

    /// <summary>A message of the application.</summary>
    Message = (byte)'4',

    /// <summary>From a client, on the socket it has probed: from here on everything goes over it.</summary>
    Upgrade = (byte)'5',

    /// <summary>From the server, to end a poll that has nothing to wait for any more.</summary>
    Noop = (byte)'6',
}
