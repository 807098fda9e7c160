namespace SockJS;

/// <summary>Names the message that a method of a client interface sends (<see cref="SockJSEndpointAttribute.Client"/>).</summary>
/// <remarks>Without it the message is called like the method, without <c>Async</c> and with a lower first letter.</remarks>
/// <param name="name">The name of the message.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class MessageAttribute(string name) : Attribute
{
    /// <summary>Gets the name of the message.</summary>
    public string Name { get; } = name;
}
