namespace SockJS;

/// <summary>Whom a <see cref="BackplaneMessage"/> is for.</summary>
public enum BackplaneTarget
{
    /// <summary>All connections of the endpoint.</summary>
    All,

    /// <summary>The members of a group.</summary>
    Group,

    /// <summary>The connections of a user.</summary>
    User,

    /// <summary>A single connection.</summary>
    Connection,

    /// <summary>The members of any of <see cref="BackplaneMessage.TargetGroups"/>, each once.</summary>
    Groups,
}
