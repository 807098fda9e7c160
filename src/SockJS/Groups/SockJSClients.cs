namespace SockJS.Groups;

/// <summary>What applications inject to reach the connections of an endpoint class.</summary>
internal sealed class SockJSClients<TEndpoint>(AudienceRegistry audiences) : ISockJSClients<TEndpoint>
    where TEndpoint : class
{
    public ISockJSAudience All { get; } = audiences.Of(typeof(TEndpoint));
}
