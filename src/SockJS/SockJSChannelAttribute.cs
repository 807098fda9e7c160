namespace SockJS;

/// <summary>Makes a partial class a channel of a multiplexed endpoint: one instance of it serves one channel of one client, from open to close.</summary>
/// <remarks>
/// Its methods, its parameters and its lifetime are those of a class with <see cref="SockJSEndpointAttribute"/>; the connection that they
/// get is the channel. <c>channels.Add&lt;T&gt;()</c> inside of <c>app.MapSockJSMultiplex</c> adds a single class,
/// <c>channels.AddSockJSChannels()</c> every annotated class of the assembly that names no <see cref="Endpoint"/>.
/// </remarks>
/// <param name="topic">
/// The name by which clients open the channel: 1 to 128 characters, without commas and control characters. A topic that breaks these rules
/// is an error at compile time.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SockJSChannelAttribute(string topic) : Attribute
{
    /// <summary>Gets the name by which clients open the channel.</summary>
    public string Topic { get; } = topic;

    /// <summary>Gets or sets the prefix of the multiplexed endpoint to which <c>app.MapSockJSEndpoints()</c> adds the channel, such as <c>/multiplex</c>.</summary>
    /// <value>The default is <see langword="null"/>: the channel is added by the application.</value>
    /// <remarks>All channels that name the same prefix form one endpoint.</remarks>
    public string? Endpoint { get; set; }

    /// <inheritdoc cref="SockJSEndpointAttribute.JsonContext"/>
    public Type? JsonContext { get; set; }

    /// <inheritdoc cref="SockJSEndpointAttribute.Client"/>
    public Type? Client { get; set; }

    /// <inheritdoc cref="SockJSEndpointAttribute.Shape"/>
    public SockJSMessageShape Shape { get; set; }

    /// <inheritdoc cref="SockJSEndpointAttribute.TypeProperty"/>
    public string TypeProperty { get; set; } = "type";

    /// <inheritdoc cref="SockJSEndpointAttribute.DataProperty"/>
    public string DataProperty { get; set; } = "data";
}
