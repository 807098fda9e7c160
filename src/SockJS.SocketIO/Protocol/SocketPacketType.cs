namespace SockJS.SocketIO.Protocol;

/// <summary>What a packet of Socket.IO v5 says; the values are the digits on the wire.</summary>
internal enum SocketPacketType : byte
{
    /// <summary>Joins a namespace, and tells that it was joined.</summary>
    Connect = (byte)'0',

    /// <summary>Leaves a namespace.</summary>
    Disconnect = (byte)'1',

    /// <summary>An event with its arguments.</summary>
    Event = (byte)'2',

    /// <summary>The answer to an event.</summary>
    Ack = (byte)'3',

    /// <summary>Tells that a namespace was not joined; from the server only.</summary>
    ConnectError = (byte)'4',

    /// <summary>An event whose binary arguments follow as attachments.</summary>
    BinaryEvent = (byte)'5',

    /// <summary>An answer whose binary arguments follow as attachments.</summary>
    BinaryAck = (byte)'6',
}
