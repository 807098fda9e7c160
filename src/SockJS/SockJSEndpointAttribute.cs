namespace SockJS;

/// <summary>Makes a partial class a SockJS endpoint: one instance of it serves one connection, from open to close.</summary>
/// <remarks>
/// The instance is built from a service scope of its own, so that its fields are the state of that connection, and is disposed with it.
/// <c>app.MapSockJSEndpoints()</c> maps every annotated class of the assembly, <c>app.MapSockJS&lt;T&gt;()</c> a single one.
/// </remarks>
/// <param name="prefix">
/// The path that all URLs of the endpoint share, such as <c>/chat</c>: it starts with a slash, does not end in one, and consists of plain
/// segments. A prefix that breaks these rules is an error at compile time.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SockJSEndpointAttribute(string prefix) : Attribute
{
    /// <summary>Gets the path that all URLs of the endpoint share.</summary>
    public string Prefix { get; } = prefix;
}
