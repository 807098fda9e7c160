namespace SockJS.SocketIO;

/// <summary>Marks the method of a namespace class that runs when a client connects to the namespace, before the client learns that it is connected.</summary>
/// <remarks>
/// The method may take the auth payload of the client as one parameter of any type with JSON metadata, <see langword="null"/> for a client
/// that sends none where the parameter may be that; values of the namespace (<see cref="FromNamespaceAttribute"/>), the socket, a
/// <see cref="CancellationToken"/> and services. A <see langword="false"/> that it returns, by itself or as the result of a task, refuses the
/// client. What it emits to the socket follows the reply.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnConnectAttribute : Attribute;
