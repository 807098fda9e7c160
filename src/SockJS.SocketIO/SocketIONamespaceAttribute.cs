namespace SockJS.SocketIO;

/// <summary>Makes a partial class a namespace of Socket.IO: one instance of it serves one socket, from connect to disconnect.</summary>
/// <remarks>
/// The instance is built from a service scope of its own, so that its fields are the state of that socket, and is disposed with it.
/// <c>app.MapSocketIO("/socket.io")</c> maps every annotated class of the assembly, <c>io.Namespace&lt;T&gt;()</c> a single one. Attributes of
/// the class with authorization rules are applied when a socket connects.
/// </remarks>
/// <param name="name">
/// The name, such as <c>/</c> or <c>/chat</c>, or a pattern of names, such as <c>/org-{id}</c>, whose values parameters with
/// <see cref="FromNamespaceAttribute"/> take. It starts with a slash and has no comma. A name that breaks these rules is an error at compile time.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SocketIONamespaceAttribute(string name) : Attribute
{
    /// <summary>Gets the name, or the pattern of names.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets the <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the arguments and results of the namespace.</summary>
    /// <value>The default is <see langword="null"/>: metadata comes from <c>SocketIOOptions.Json</c> and the JSON options of the application.</value>
    /// <remarks>
    /// A context with <see cref="System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute"/> keeps its own settings; one without
    /// takes those of the options. Types that it does not know are looked for where they would be without it.
    /// </remarks>
    public Type? JsonContext { get; set; }

    /// <summary>Gets or sets the interface whose methods emit events to the clients of the namespace.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    /// <remarks>
    /// Its implementation is generated: handlers take it as a parameter, and <c>Client&lt;T&gt;()</c> of a socket or of an
    /// audience returns it. An event is called like its method, without <c>Async</c> and with a lower first letter, or as <see cref="MessageAttribute"/> says.
    /// A method that returns the result of a task waits for the client to acknowledge the event with it.
    /// </remarks>
    public Type? Client { get; set; }
}
