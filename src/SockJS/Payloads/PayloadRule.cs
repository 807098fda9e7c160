namespace SockJS.Payloads;

/// <summary>What a parameter of a handler accepts besides a value.</summary>
/// <param name="AllowsNull">Whether it may be null.</param>
/// <param name="IsOptional">Whether it may be absent, and has the default value then.</param>
/// <param name="Default">The default value.</param>
internal readonly record struct PayloadRule<T>(bool AllowsNull, bool IsOptional, T? Default)
{
    /// <summary>Returns what stands for a value that the message does not have.</summary>
    public T OfAbsent(string what)
    {
        if (IsOptional)
            return Default!;
        return AllowsNull ? default! : throw new InvalidMessageException(InvalidMessageKind.WrongPayload, $"{what} is missing.");
    }

    /// <summary>Returns what stands for a JSON null.</summary>
    public T OfNull(string what)
        => AllowsNull ? default! : throw new InvalidMessageException(InvalidMessageKind.WrongPayload, $"{what} must not be null.");
}
