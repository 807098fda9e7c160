namespace SockJS.Sessions;

/// <summary>What became of a new receiver.</summary>
internal enum AttachResult
{
    /// <summary>It receives from now on.</summary>
    Attached,

    /// <summary>Another receiver is there.</summary>
    Occupied,

    /// <summary>Another receiver is there, or was until now: a write to it is under way.</summary>
    BeingAnswered,

    /// <summary>The session takes no receivers of its kind any more.</summary>
    Refused,

    /// <summary>The session is over; its id is free again.</summary>
    Gone,
}
