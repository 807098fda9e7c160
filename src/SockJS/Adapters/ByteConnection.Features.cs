using System.Buffers;
using System.Security.Claims;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Adapters;

// What handlers ask a connection of Kestrel for, and one of SignalR: its HttpContext.
internal sealed partial class ByteConnection
    : IConnectionIdFeature, IConnectionTransportFeature, IConnectionItemsFeature, IConnectionLifetimeFeature, IConnectionEndPointFeature,
        IConnectionUserFeature, IMemoryPoolFeature, IHttpContextFeature
{
    private ClaimsPrincipal? _user;
    private HttpContext? _http;

    /// <summary>Gets or sets the user of the connection, as of the newest request, unless the handler has set another.</summary>
    public ClaimsPrincipal? User
    {
        get => _user ?? _connection.User;
        set => _user = value;
    }

    MemoryPool<byte> IMemoryPoolFeature.MemoryPool => MemoryPool<byte>.Shared;

    HttpContext? IHttpContextFeature.HttpContext
    {
        get => _http ??= DetachedRequest.Create(_connection, _services);
        set => _http = value;
    }

    private FeatureCollection CreateFeatures()
    {
        var features = new FeatureCollection();
        features.Set<IConnectionIdFeature>(this);
        features.Set<IConnectionTransportFeature>(this);
        features.Set<IConnectionItemsFeature>(this);
        features.Set<IConnectionLifetimeFeature>(this);
        features.Set<IConnectionEndPointFeature>(this);
        features.Set<IConnectionUserFeature>(this);
        features.Set<IMemoryPoolFeature>(this);
        features.Set<IHttpContextFeature>(this);
        return features;
    }
}
