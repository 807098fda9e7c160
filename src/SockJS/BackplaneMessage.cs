namespace SockJS;

/// <summary>A message, or a close, for connections that may be those of any server.</summary>
public sealed class BackplaneMessage
{
    /// <summary>Makes a message that carries text.</summary>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="target">Whom it is for.</param>
    /// <param name="targetName">The name of the group, the id of the user or that of the connection; empty for all.</param>
    /// <param name="message">The text.</param>
    public BackplaneMessage(string endpoint, BackplaneTarget target, string targetName, PreparedMessage message)
        : this(endpoint, target, targetName)
        => Message = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>Makes a message that closes connections.</summary>
    /// <param name="endpoint">The name of the endpoint.</param>
    /// <param name="target">Whom it is for.</param>
    /// <param name="targetName">The name of the group, the id of the user or that of the connection; empty for all.</param>
    /// <param name="closeCode">1000, or a code from 3000 to 4999.</param>
    /// <param name="closeReason">The reason, at most 123 bytes of UTF-8.</param>
    public BackplaneMessage(string endpoint, BackplaneTarget target, string targetName, int closeCode, string closeReason)
        : this(endpoint, target, targetName)
    {
        CloseCode = closeCode;
        CloseReason = closeReason ?? throw new ArgumentNullException(nameof(closeReason));
    }

    private BackplaneMessage(string endpoint, BackplaneTarget target, string targetName)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        Target = target;
        TargetName = targetName ?? throw new ArgumentNullException(nameof(targetName));
    }

    /// <summary>Gets the name of the endpoint, the same on every server: the full name of its class, or the prefix of its delegate.</summary>
    public string Endpoint { get; }

    /// <summary>Gets whom the message is for.</summary>
    public BackplaneTarget Target { get; }

    /// <summary>Gets the name of the group, the id of the user or that of the connection; empty for all.</summary>
    public string TargetName { get; }

    /// <summary>Gets the text to send; <see langword="null"/> where connections are to be closed.</summary>
    public PreparedMessage? Message { get; }

    /// <summary>Gets what messages that replace each other have in common (<see cref="SlowClientPolicy.Coalesce"/>); <see langword="null"/> for one that replaces none.</summary>
    public string? Key { get; init; }

    /// <summary>Gets the code to close with; 0 where there is a text.</summary>
    public int CloseCode { get; }

    /// <summary>Gets the reason to close with; empty where there is a text.</summary>
    public string CloseReason { get; } = "";

    /// <summary>Gets the ids of connections that are left out.</summary>
    public IReadOnlyList<string> ExceptIds { get; init; } = [];
}
