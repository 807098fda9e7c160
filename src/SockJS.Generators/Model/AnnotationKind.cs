namespace SockJS.Generators.Model;

/// <summary>What an attribute makes of a class.</summary>
internal enum AnnotationKind
{
    /// <summary>An endpoint.</summary>
    Endpoint,

    /// <summary>A channel that names the endpoint it belongs to.</summary>
    ChannelOfEndpoint,

    /// <summary>A channel that the application adds to an endpoint.</summary>
    Channel,

    /// <summary>A namespace of Socket.IO.</summary>
    Namespace,
}
