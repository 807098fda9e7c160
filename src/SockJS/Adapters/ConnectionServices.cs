using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Adapters;

/// <summary>The services of one connection: a scope that is made when somebody asks for it.</summary>
internal sealed class ConnectionServices(IServiceScopeFactory scopes) : IServiceProvidersFeature, IAsyncDisposable
{
    private IServiceProvider? _services;
    private AsyncServiceScope? _scope;

    public IServiceProvider RequestServices
    {
        get => _services ??= (_scope = scopes.CreateAsyncScope()).Value.ServiceProvider;
        set => _services = value;
    }

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? default;
}
