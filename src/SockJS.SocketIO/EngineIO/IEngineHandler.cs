using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO;

/// <summary>What stands above the connections of an endpoint.</summary>
internal interface IEngineHandler
{
    /// <summary>Gets the name of the protocol that is spoken over the connections.</summary>
    string Protocol { get; }

    /// <summary>Gets the groups of the connections; <see langword="null"/> where they can be in none.</summary>
    IGroupCounts? Groups => null;

    /// <summary>Gets what knows which frames are one message; <see langword="null"/> where each is one.</summary>
    IFrameGroups? FrameGroups => null;

    /// <summary>Makes what receives the messages of a connection that has just been opened.</summary>
    IEngineReceiver Accept(EngineIOConnection connection);
}
