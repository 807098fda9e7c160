using System.ComponentModel;

namespace SockJS.SourceGeneration;

/// <summary>Implemented by generated code on every class with <see cref="SockJSChannelAttribute"/>: says what the class consists of.</summary>
/// <typeparam name="TSelf">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISockJSChannel<TSelf>
    where TSelf : class, ISockJSChannel<TSelf>
{
    /// <summary>Describes the channel; its prefix is the topic. Called once for each time it is added.</summary>
    static abstract EndpointDescriptor<TSelf> Describe();
}
