namespace SockJS.SocketIO;

/// <summary>Marks a method of a namespace class that handles an event of the client.</summary>
/// <remarks>
/// <para>
/// The parameters are the arguments of the event, by position: any type with JSON metadata, and <see cref="ReadOnlyMemory{T}"/> of bytes or
/// <see langword="byte"/>[] for binary ones. Those that may be <see langword="null"/> or have a default value may be missing, and arguments
/// beyond the last parameter are ignored. The method may take the socket, its client interface, values of the namespace
/// (<see cref="FromNamespaceAttribute"/>), a <see cref="CancellationToken"/> and services besides.
/// </para>
/// <para>
/// What it returns, by itself or as the result of a task, answers a client that wants the event acknowledged. Without a result the answer has
/// no arguments and is sent when the method has ended, unless the method takes the <c>SocketIOAck</c>, and with it the duty to answer.
/// </para>
/// </remarks>
/// <param name="name">The name of the event, which is compared letter by letter.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnEventAttribute(string name) : Attribute
{
    /// <summary>Gets the name of the event.</summary>
    public string Name { get; } = name;
}
