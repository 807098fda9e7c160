using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Adapters;

/// <summary>The services of one connection: a scope that is made when somebody asks for it.</summary>
internal sealed class ConnectionServices(IServiceScopeFactory scopes) : IServiceProvidersFeature, IAsyncDisposable
{
    private IServiceProvider? _services;
    private AsyncServiceScope? _scope;
    private bool _disposed;

    public IServiceProvider RequestServices
    {
        get
        {
            // A scope that was made now would never be disposed of.
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _services ??= (_scope = scopes.CreateAsyncScope()).Value.ServiceProvider;
        }

        set => _services = value;
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _scope?.DisposeAsync() ?? default;
    }
}
