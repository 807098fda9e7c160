using System.ComponentModel;

namespace SockJS.SourceGeneration;

/// <summary>Implemented by generated code on every class with <see cref="SockJSEndpointAttribute"/>: says what the class consists of.</summary>
/// <typeparam name="TSelf">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISockJSEndpoint<TSelf>
    where TSelf : class, ISockJSEndpoint<TSelf>
{
    /// <summary>Describes the endpoint. Called once for each time it is mapped.</summary>
    static abstract EndpointDescriptor<TSelf> Describe();
}
