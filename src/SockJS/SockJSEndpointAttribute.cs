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

    /// <summary>Gets or sets the <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the payloads of the endpoint.</summary>
    /// <value>The default is <see langword="null"/>: metadata comes from <see cref="SockJSOptions.Json"/> and the JSON options of the application.</value>
    /// <remarks>
    /// A context with <see cref="System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute"/> keeps its own settings; one without
    /// takes those of <see cref="SockJSOptions.Json"/>. Types that it does not know are looked for where they would be without it.
    /// </remarks>
    public Type? JsonContext { get; set; }

    /// <summary>Gets or sets the interface whose methods send messages to the clients of the endpoint.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    /// <remarks>Its implementation is generated; <c>connection.Client&lt;T&gt;()</c> returns it.</remarks>
    public Type? Client { get; set; }

    /// <summary>Gets or sets the class that manages the sessions of the endpoint, derived from <see cref="SockJSSessionManager"/>.</summary>
    /// <value>The default is <see langword="null"/>: <see cref="SockJSSessionManager"/> itself. <see cref="SockJSOptions.SessionManager"/> goes before it.</value>
    /// <remarks>Where it is registered as a service it is taken from there, else it is made from services when the endpoint is mapped.</remarks>
    public Type? Manager { get; set; }

    /// <summary>Gets or sets how the name and the payload of a message share its JSON object, in both directions.</summary>
    /// <value>The default is <see cref="SockJSMessageShape.Envelope"/>.</value>
    public SockJSMessageShape Shape { get; set; }

    /// <summary>Gets or sets the JSON member that holds the name of a message.</summary>
    /// <value>The default is <c>type</c>.</value>
    public string TypeProperty { get; set; } = "type";

    /// <summary>Gets or sets the JSON member that holds the payload of a message, where the shape is <see cref="SockJSMessageShape.Envelope"/>.</summary>
    /// <value>The default is <c>data</c>.</value>
    public string DataProperty { get; set; } = "data";
}
