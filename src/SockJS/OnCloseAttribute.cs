namespace SockJS;

/// <summary>Marks the method of an endpoint class that runs once, after the last message, however the connection ended.</summary>
/// <remarks>
/// The method returns <see langword="void"/>, <see cref="Task"/> or <see cref="ValueTask"/>. It may take the <see cref="SockJSConnection"/>,
/// the <see cref="SockJSCloseReason"/>, a <see cref="CancellationToken"/>, which is never cancelled here, and services. Nothing can be sent
/// any more.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnCloseAttribute : Attribute;
