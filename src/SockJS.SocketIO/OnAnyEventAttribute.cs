namespace SockJS.SocketIO;

/// <summary>Marks the method of a namespace class that handles the events that no other method does.</summary>
/// <remarks>
/// The method may take the name of the event as a <see cref="string"/>, its arguments as <c>SocketIOArguments</c>, and all that a method with
/// <see cref="OnEventAttribute"/> takes besides arguments. It answers as such a method does.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnAnyEventAttribute : Attribute;
