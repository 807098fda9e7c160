using System.ComponentModel;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>Implemented by generated code on every class with <see cref="SocketIONamespaceAttribute"/>: says what the class consists of.</summary>
/// <typeparam name="TSelf">The annotated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISocketIONamespace<TSelf>
    where TSelf : class, ISocketIONamespace<TSelf>
{
    /// <summary>Describes the namespace. Called once for each time it is added to a server.</summary>
    static abstract NamespaceDescriptor<TSelf> Describe();
}
