namespace SockJS.Generators.Model;

/// <summary>How messages look.</summary>
/// <param name="TypeProperty">The member with the name, if it is not the usual one.</param>
/// <param name="DataProperty">The member with the payload, if it is not the usual one.</param>
/// <param name="IsFlat">Whether the members of the payload stand beside the name.</param>
internal sealed record ShapeModel(string? TypeProperty, string? DataProperty, bool IsFlat);
