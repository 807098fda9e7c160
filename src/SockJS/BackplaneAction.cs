namespace SockJS;

/// <summary>What is done with those that a <see cref="BackplaneMessage"/> is for.</summary>
public enum BackplaneAction
{
    /// <summary>They are sent <see cref="BackplaneMessage.Message"/>.</summary>
    Send,

    /// <summary>They are closed, with <see cref="BackplaneMessage.CloseCode"/> and <see cref="BackplaneMessage.CloseReason"/>.</summary>
    Close,

    /// <summary>They join <see cref="BackplaneMessage.Groups"/>.</summary>
    Join,

    /// <summary>They leave <see cref="BackplaneMessage.Groups"/>.</summary>
    Leave,

    /// <summary>They are disconnected as their protocol does it: <see cref="BackplaneMessage.ClosesConnection"/> says how far that goes.</summary>
    Disconnect,
}
