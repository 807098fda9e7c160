namespace SockJS.Generators.Model;

/// <summary>An endpoint class, or a channel class.</summary>
internal sealed record EndpointModel : ClassModel
{
    /// <summary>Gets the prefix, or the topic of a channel.</summary>
    public required string Prefix { get; init; }

    public bool IsChannel { get; init; }

    public required ShapeModel Shape { get; init; }

    public ManagerModel? Manager { get; init; }
}
