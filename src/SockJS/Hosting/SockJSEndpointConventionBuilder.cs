namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds conventions to every route of one or several SockJS endpoints, so that authorisation and the like hold on all of them.</summary>
/// <param name="builders">The builders that the conventions go to.</param>
public sealed class SockJSEndpointConventionBuilder(params IEndpointConventionBuilder[] builders) : IEndpointConventionBuilder
{
    /// <summary>Adds a convention to every route.</summary>
    /// <param name="convention">The convention.</param>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var builder in builders)
            builder.Add(convention);
    }

    /// <summary>Adds a convention to every route that runs after all others.</summary>
    /// <param name="finallyConvention">The convention.</param>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var builder in builders)
            builder.Finally(finallyConvention);
    }
}
