namespace SockJS;

/// <summary>Marks the method of an endpoint class that handles a message of the client.</summary>
/// <remarks>
/// Messages of one connection are handled one at a time, in order. The method takes the message as a <see cref="string"/>, and may take the
/// <see cref="SockJSConnection"/>, a <see cref="CancellationToken"/> and services. What it returns, a string or a task or asynchronous
/// sequence of strings, is sent back; <see langword="null"/> is not.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnMessageAttribute : Attribute;
