using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>A method that handles messages: reads what it takes from a payload, and calls it.</summary>
/// <typeparam name="T">The endpoint class.</typeparam>
/// <param name="isStream">Whether it sends a sequence, beside the messages that follow.</param>
internal abstract class MessageRoute<T>(bool isStream)
{
    public bool IsStream => isStream;

    /// <summary>Gets or sets the name of the messages; <see langword="null"/> where it takes all others.</summary>
    public string? Name { get; set; }

    /// <summary>Handles a message.</summary>
    /// <exception cref="InvalidMessageException">The payload is not what the method takes, which was not called then.</exception>
    public abstract ValueTask InvokeAsync(T handler, SockJSConnection connection, IServiceProvider services, Payload payload);
}
