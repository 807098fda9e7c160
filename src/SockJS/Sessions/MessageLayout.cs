namespace SockJS.Sessions;

/// <summary>How the messages of a session wait for their receiver.</summary>
internal enum MessageLayout : byte
{
    /// <summary>As the elements of the JSON array that will carry them all.</summary>
    JsonArray,

    /// <summary>As WebSocket frames of text, one for each message.</summary>
    TextFrames,

    /// <summary>As WebSocket frames that whoever sends them has made: one or more for each message, which stay together.</summary>
    ReadyFrames,
}
