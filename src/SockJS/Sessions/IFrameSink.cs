namespace SockJS.Sessions;

/// <summary>A live way to reach the client: a waiting poll, a stream or a socket. The session owns the order, the sink the layout on the wire.</summary>
internal interface IFrameSink
{
    /// <summary>Gets the transport that the sink belongs to.</summary>
    SockJSTransports Transport { get; }

    /// <summary>Gets a value indicating whether the client takes the first frame for the whole answer.</summary>
    bool IsPoll { get; }

    /// <summary>Gets a value indicating whether the client is on a socket, which the server ends by cutting it.</summary>
    bool IsSocket { get; }

    /// <summary>Gets how many ready frames one frame of messages may have.</summary>
    int MaxFrames => int.MaxValue;

    /// <summary>Gets the task that completes when the session has let go of the sink and no write is under way.</summary>
    Task Ended { get; }

    /// <summary>Writes a frame. Called for one frame at a time.</summary>
    /// <returns><see langword="false"/> where this was the last frame that the sink takes.</returns>
    ValueTask<bool> WriteAsync(Frame frame);

    /// <summary>Completes <see cref="Ended"/>. Called once.</summary>
    void Release();

    /// <summary>Cuts the connection to the client, which also ends a write under way.</summary>
    void Abort();
}
