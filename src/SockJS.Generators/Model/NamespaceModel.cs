namespace SockJS.Generators.Model;

/// <summary>A namespace class of Socket.IO.</summary>
internal sealed record NamespaceModel : ClassModel
{
    /// <summary>Gets the name, or the pattern of names.</summary>
    public required string Name { get; init; }
}
