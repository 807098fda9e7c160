using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.SourceGeneration;

namespace SockJS.SocketIO.Hosting;

/// <summary>Makes a namespace of what generated code says of a class.</summary>
internal static class ClassRegistration
{
    public static NamespaceRegistration Of<T>(NamespaceDescriptor<T> descriptor, IServiceProvider services)
        where T : class
    {
        var registration = new NamespaceRegistration
        {
            Name = descriptor.Name,
            Type = typeof(T),
            JsonContext = descriptor.JsonContext,
            KeepsJsonOptions = descriptor.KeepsJsonOptions,
            CreateHandler = format => CreateHandler(descriptor, format, services),
        };
        if (AuthorizationFilter.TryCreate(descriptor.Metadata, services) is { } filter)
            registration.ConnectionFilters.Add(filter);
        return registration;
    }

    private static ClassHandler<T> CreateHandler<T>(NamespaceDescriptor<T> descriptor, ArgumentFormat format, IServiceProvider services)
        where T : class
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("SockJS.SocketIO.Handlers");
        var failures = new EventFailures(logger, services.GetService<TimeProvider>() ?? TimeProvider.System);
        return new ClassHandler<T>(descriptor.Build(format), failures, services.GetRequiredService<IServiceScopeFactory>());
    }
}
