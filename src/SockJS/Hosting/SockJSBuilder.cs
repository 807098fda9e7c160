using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Hosting;

internal sealed class SockJSBuilder(IServiceCollection services) : ISockJSBuilder
{
    public IServiceCollection Services => services;
}
