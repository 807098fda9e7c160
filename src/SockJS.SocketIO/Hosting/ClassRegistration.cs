using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Hosting;
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
            CreateHandler = (context, format) => CreateHandler(descriptor, context, format, services),
        };
        if (AuthorizationFilter.TryCreate(descriptor.Metadata, services) is { } filter)
            registration.Guards.Add(filter);
        return registration;
    }

    private static ClassHandler<T> CreateHandler<T>(NamespaceDescriptor<T> descriptor, NamespaceContext context, ArgumentFormat format, IServiceProvider services)
        where T : class
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Dispatch);
        var refusals = new EventRefusals(logger, context.Time, context.Metrics, context.Options.CloseOnInvalidEvents);
        return new ClassHandler<T>(descriptor.Build(format), refusals, services.GetRequiredService<IServiceScopeFactory>());
    }
}
