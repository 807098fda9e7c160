namespace SockJS.SocketIO.EngineIO;

/// <summary>What stands above the connections of an endpoint.</summary>
internal interface IEngineHandler
{
    /// <summary>Makes what receives the messages of a connection that has just been opened.</summary>
    IEngineReceiver Accept(EngineIOConnection connection);
}
