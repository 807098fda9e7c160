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
    public static NamespaceRegistration Of<T>(NamespaceDescriptor<T> descriptor, SocketIOClassBuilder builder)
        where T : class
    {
        var services = builder.Services;
        var authorization = AuthorizationFilter.TryCreate(descriptor.Metadata, services);
        return new NamespaceRegistration
        {
            Name = descriptor.Name,
            Type = typeof(T),
            JsonContext = descriptor.JsonContext,
            KeepsJsonOptions = descriptor.KeepsJsonOptions,
            CreateHandler = (context, format) => CreateHandler(descriptor, context, format, services),
            Guards = authorization is null ? [] : [authorization],
            ConnectionFilters = builder.ConnectionFilters,
            EventFilters = builder.EventFilters,
        };
    }

    private static ClassHandler<T> CreateHandler<T>(NamespaceDescriptor<T> descriptor, NamespaceContext context, ArgumentFormat format, IServiceProvider services)
        where T : class
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Dispatch);
        var refusals = new EventRefusals(logger, context.Time, context.Metrics, context.Options.CloseOnInvalidEvents);
        return new ClassHandler<T>(descriptor.Build(format), refusals, services.GetRequiredService<IServiceScopeFactory>());
    }
}
