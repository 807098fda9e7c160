using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

internal sealed class SocketIOBuilder(IServiceCollection services) : ISocketIOBuilder
{
    public IServiceCollection Services => services;
}
