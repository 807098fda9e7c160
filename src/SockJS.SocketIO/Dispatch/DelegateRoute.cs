namespace SockJS.SocketIO.Dispatch;

/// <summary>A delegate that handles an event.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Handler">The delegate.</param>
internal sealed record DelegateRoute(string Name, Func<SocketIOSocket, SocketIOArguments, SocketIOAck, ValueTask> Handler);
