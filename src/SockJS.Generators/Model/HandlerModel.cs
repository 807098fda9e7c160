using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>A method that generated code calls.</summary>
/// <param name="Kind">What it handles.</param>
/// <param name="Method">Its name.</param>
/// <param name="Arguments">What it is called with.</param>
/// <param name="Result">What becomes of its result.</param>
internal sealed record HandlerModel(HandlerKind Kind, string Method, EquatableArray<ArgumentModel> Arguments, HandlerResult Result);

/// <summary>What a method handles.</summary>
internal enum HandlerKind
{
    Open,
    Message,
    Close,
}

/// <summary>What becomes of the result of a method.</summary>
internal enum HandlerResult
{
    /// <summary>There is none, and the work is done on return.</summary>
    None,

    /// <summary>It is a <c>Task</c> to wait for.</summary>
    Task,

    /// <summary>It is a <c>ValueTask</c> to wait for.</summary>
    ValueTask,

    /// <summary>It is sent to the client.</summary>
    Sent,
}
