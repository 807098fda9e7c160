using System.ComponentModel;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>Calls a method that handles an event.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
/// <param name="self">The instance of the socket.</param>
/// <param name="socket">The socket.</param>
/// <param name="services">The services of its scope.</param>
/// <param name="call">The event.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask EventMethod<in T>(T self, SocketIOSocket socket, IServiceProvider services, EventCall call);
