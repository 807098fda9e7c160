using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

internal sealed class SocketIOServicesBuilder(IServiceCollection services) : ISocketIOBuilder
{
    public IServiceCollection Services => services;
}
