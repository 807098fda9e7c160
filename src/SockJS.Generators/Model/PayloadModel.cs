namespace SockJS.Generators.Model;

/// <summary>What a parameter takes of a message.</summary>
/// <param name="Parameter">The name of the parameter.</param>
/// <param name="Type">Its type.</param>
internal sealed record PayloadModel(string Parameter, string Type)
{
    public bool AllowsNull { get; init; }

    /// <summary>Gets a value indicating whether the parameter has a default value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Gets the default value as an expression, if it is not that of the type.</summary>
    public string? Default { get; init; }
}
