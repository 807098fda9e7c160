namespace SockJS;

/// <summary>Marks the method of an endpoint class that runs once, after the client was told that the connection is open and before its first message.</summary>
/// <remarks>
/// The method returns <see langword="void"/>, <see cref="Task"/>, <see cref="ValueTask"/>, or a string (or a task or asynchronous sequence
/// of strings) to send. It may take the <see cref="SockJSConnection"/>, a <see cref="CancellationToken"/> and services.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnOpenAttribute : Attribute;
