namespace SockJS;

/// <summary>Marks a method of an endpoint class that handles messages of the client.</summary>
/// <remarks>
/// <para>
/// Messages of one connection are handled one at a time, in order. The method takes the payload as a <see cref="string"/>, memory of
/// <see cref="char"/> or of UTF-8 bytes, a <see cref="System.Text.Json.JsonElement"/> or any type with JSON metadata, and may take the
/// <see cref="SockJSConnection"/>, a <see cref="CancellationToken"/> and services. A named method may take members of the payload as
/// separate parameters instead. What it returns, by itself or as the result of a task, is sent back; <see langword="null"/> is not.
/// </para>
/// <para>
/// An asynchronous sequence is sent item by item, beside the messages that follow: the next message does not wait for its end
/// (<see cref="SockJSOptions.MaxStreams"/>).
/// </para>
/// </remarks>
/// <param name="name">
/// The name of the messages that the method handles; <see langword="null"/> for all that no other method does. If no method of the endpoint
/// has a name, messages have no envelope: they are the payload.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnMessageAttribute(string? name = null) : Attribute
{
    /// <summary>Gets the name of the messages that the method handles.</summary>
    public string? Name { get; } = name;

    /// <summary>Gets or sets the name under which the result of the method is sent back.</summary>
    /// <value>The default is <see langword="null"/>: the result is sent as it is, text as text and anything else as JSON, without an envelope.</value>
    public string? Reply { get; set; }
}
