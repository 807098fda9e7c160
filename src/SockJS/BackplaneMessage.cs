namespace SockJS;

/// <summary>A message, or what else is to be done with connections that may be those of any server.</summary>
/// <remarks>Every property but <see cref="Message"/> is a name, a number or a list of names, so that it can be written down and restored elsewhere.</remarks>
public sealed class BackplaneMessage
{
    /// <summary>Makes a message to send (<see cref="BackplaneAction.Send"/>).</summary>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="target">Whom it is for.</param>
    /// <param name="targetName">The name of the group, the id of the user or that of the connection; empty for all, and for several groups.</param>
    /// <param name="message">The text, or the frames.</param>
    public BackplaneMessage(string endpoint, BackplaneTarget target, string targetName, PreparedMessage message)
        : this(endpoint, new MemberSelection(target, targetName), message)
    {
    }

    /// <summary>Makes a message that closes connections (<see cref="BackplaneAction.Close"/>).</summary>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="target">Whom it is for.</param>
    /// <param name="targetName">The name of the group, the id of the user or that of the connection; empty for all, and for several groups.</param>
    /// <param name="closeCode">1000, or a code from 3000 to 4999.</param>
    /// <param name="closeReason">The reason, at most 123 bytes of UTF-8.</param>
    public BackplaneMessage(string endpoint, BackplaneTarget target, string targetName, int closeCode, string closeReason)
        : this(endpoint, new MemberSelection(target, targetName), closeCode, closeReason)
    {
    }

    /// <summary>Makes a message that lets connections join groups, leave them, or go.</summary>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="target">Whom it is for.</param>
    /// <param name="targetName">The name of the group, the id of the user or that of the connection; empty for all, and for several groups.</param>
    /// <param name="action"><see cref="BackplaneAction.Join"/>, <see cref="BackplaneAction.Leave"/> or <see cref="BackplaneAction.Disconnect"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is none of these.</exception>
    public BackplaneMessage(string endpoint, BackplaneTarget target, string targetName, BackplaneAction action)
        : this(endpoint, new MemberSelection(target, targetName), action)
    {
        if (action is not (BackplaneAction.Join or BackplaneAction.Leave or BackplaneAction.Disconnect))
            throw new ArgumentOutOfRangeException(nameof(action), action, "What is sent, and what connections are closed with, has a constructor of its own.");
    }

    internal BackplaneMessage(string endpoint, MemberSelection selection, PreparedMessage message)
        : this(endpoint, selection, BackplaneAction.Send)
        => Message = message ?? throw new ArgumentNullException(nameof(message));

    internal BackplaneMessage(string endpoint, MemberSelection selection, int closeCode, string closeReason)
        : this(endpoint, selection, BackplaneAction.Close)
    {
        CloseCode = closeCode;
        CloseReason = closeReason ?? throw new ArgumentNullException(nameof(closeReason));
    }

    internal BackplaneMessage(string endpoint, MemberSelection selection, BackplaneAction action)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        Action = action;
        Target = selection.Target;
        TargetName = selection.TargetName;
        TargetGroups = selection.TargetGroups;
        ExceptGroups = selection.ExceptGroups;
        ExceptIds = selection.ExceptIds;
    }

    /// <summary>Gets the name of the endpoint, the same on every server: the full name of its class, or the prefix of its delegate.</summary>
    public string Endpoint { get; }

    /// <summary>Gets what is done.</summary>
    public BackplaneAction Action { get; }

    /// <summary>Gets whom the message is for.</summary>
    public BackplaneTarget Target { get; }

    /// <summary>Gets the name of the group, the id of the user or that of the connection; empty for all, and for several groups.</summary>
    public string TargetName { get; }

    /// <summary>Gets the names of the groups, where <see cref="Target"/> is <see cref="BackplaneTarget.Groups"/>.</summary>
    public IReadOnlyList<string> TargetGroups { get; init; }

    /// <summary>Gets the names of groups whose members are left out.</summary>
    public IReadOnlyList<string> ExceptGroups { get; init; }

    /// <summary>Gets the ids of connections that are left out.</summary>
    public IReadOnlyList<string> ExceptIds { get; init; }

    /// <summary>Gets what to send: a text, or frames; <see langword="null"/> where something else is done.</summary>
    public PreparedMessage? Message { get; }

    /// <summary>Gets what messages that replace each other have in common (<see cref="SlowClientPolicy.Coalesce"/>); <see langword="null"/> for one that replaces none.</summary>
    public string? Key { get; init; }

    /// <summary>Gets a value indicating whether the message is dropped for whomever it cannot be sent to at once. Socket.IO uses it.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Gets the code to close with; 0 where nothing is closed.</summary>
    public int CloseCode { get; }

    /// <summary>Gets the reason to close with; empty where nothing is closed.</summary>
    public string CloseReason { get; } = "";

    /// <summary>Gets the names of the groups that are joined or left.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Gets a value indicating whether <see cref="BackplaneAction.Disconnect"/> ends the whole connection, and not only the part of it in one namespace of Socket.IO.</summary>
    public bool ClosesConnection { get; init; }
}
