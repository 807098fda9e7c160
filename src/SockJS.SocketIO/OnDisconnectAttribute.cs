namespace SockJS.SocketIO;

/// <summary>Marks the method of a namespace class that runs once, when its socket is disconnected.</summary>
/// <remarks>
/// The method returns <see langword="void"/>, <see cref="Task"/> or <see cref="ValueTask"/>. It may take the reason, values of the namespace
/// (<see cref="FromNamespaceAttribute"/>), the socket, a <see cref="CancellationToken"/> that is not cancelled, and services. It does not run
/// for a socket that was refused.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnDisconnectAttribute : Attribute;
