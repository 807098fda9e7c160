using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
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
            CreateHandler = (context, format) => new ClassHandler<T>(descriptor.Build(format), EventRefusals.Of(context), services.GetRequiredService<IServiceScopeFactory>()),
            Guards = authorization is null ? [] : [authorization],
            ConnectionFilters = builder.ConnectionFilters,
            EventFilters = builder.EventFilters,
        };
    }
}
