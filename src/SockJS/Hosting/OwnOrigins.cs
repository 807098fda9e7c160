using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace SockJS.Hosting;

/// <summary>Marks the routes that see to origins themselves, unless the application asks for a policy of its own on them.</summary>
internal sealed class OwnOrigins
{
    public static bool AreLeftToApplication(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ICorsMetadata>() is not null;

    public static bool AreMeant(Endpoint endpoint)
        => endpoint.Metadata.GetMetadata<OwnOrigins>() is not null && endpoint.Metadata.GetMetadata<ICorsMetadata>() is null;
}
