namespace SockJS.SocketIO;

/// <summary>Gives a parameter of a namespace class the value that the name of the namespace has where its pattern has braces.</summary>
/// <remarks>The parameter is a <see cref="string"/>, of a handler or of the constructor.</remarks>
/// <param name="name">The name in the braces; <see langword="null"/> for that of the parameter.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromNamespaceAttribute(string? name = null) : Attribute
{
    /// <summary>Gets the name in the braces.</summary>
    /// <value>The default is <see langword="null"/>: that of the parameter.</value>
    public string? Name { get; } = name;
}
