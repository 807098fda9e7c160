namespace SockJS.Generators.Model;

/// <summary>What becomes of the result of a method.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type of the value that is sent.</param>
internal sealed record ResultModel(ResultKind Kind, string? Type = null)
{
    /// <summary>Gets a value indicating whether there is a value to send.</summary>
    public bool IsValue => Kind is ResultKind.Text or ResultKind.Value;

    /// <summary>Gets a value indicating whether the value comes in a sequence.</summary>
    public bool IsStream { get; init; }

    /// <summary>Gets a value indicating whether a task or a sequence says that what is in it may be null.</summary>
    public bool MayHoldNull { get; init; }

    /// <summary>Gets the name of the message that is sent.</summary>
    public string? Reply { get; init; }
}

/// <summary>What the result of a method is.</summary>
internal enum ResultKind
{
    /// <summary>There is none, and the work is done on return.</summary>
    None,

    /// <summary>It is a <c>Task</c> to wait for.</summary>
    Task,

    /// <summary>It is a <c>ValueTask</c> to wait for.</summary>
    ValueTask,

    /// <summary>It is sent to the client as it is.</summary>
    Text,

    /// <summary>It is sent to the client as JSON.</summary>
    Value,
}
