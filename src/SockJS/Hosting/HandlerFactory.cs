using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;
using SockJS.SourceGeneration;

namespace SockJS.Hosting;

/// <summary>Makes what handles connections, be they those of an endpoint or the channels of one.</summary>
internal static class HandlerFactory
{
    /// <summary>Makes what runs a class that generated code describes.</summary>
    public static (IConnectionHandler Handler, MessageFormat Format) OfClass<T>(
        EndpointDescriptor<T> descriptor, IServiceProvider services, MessageFormats formats, FailureHandler failures)
        where T : class
    {
        var format = formats.Create(
            descriptor.Shape, descriptor.JsonContext, descriptor.KeepsJsonOptions, descriptor.Client is { } client ? client.Create : null);
        return (new ClassRunner<T>(descriptor.Build(format), format, failures, services), format);
    }

    /// <summary>Makes what runs a delegate that reads its messages itself.</summary>
    public static (IConnectionHandler Handler, MessageFormat Format) OfDelegate(
        Func<SockJSConnection, Task> handler, MessageFormats formats, FailureHandler failures)
    {
        var format = formats.Create();
        return (new DelegateRunner(handler, format, failures), format);
    }
}
