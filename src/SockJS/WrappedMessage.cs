namespace SockJS;

/// <summary>A message for many, in the frame of a channel's topic. All channels of one topic get the same.</summary>
internal sealed class WrappedMessage
{
    private readonly string _prefix;
    private readonly string? _originalKey;

    private WrappedMessage(PreparedMessage message, string prefix, string? key)
    {
        _prefix = prefix;
        _originalKey = key;
        Message = new PreparedMessage(prefix + message.Text);
        Key = key is null ? null : prefix + key;
    }

    /// <summary>Gets the frame.</summary>
    public PreparedMessage Message { get; }

    /// <summary>Gets the key; other channels of the same connection may use the one that was given for messages of their own.</summary>
    public string? Key { get; }

    /// <summary>Wraps a message, or finds what another receiver has made of it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="prefix">What comes before it in a frame; compared as an object.</param>
    /// <param name="key">Its key.</param>
    public static WrappedMessage Of(PreparedMessage message, string prefix, string? key)
    {
        var wrapped = message.Wrapped;
        if (wrapped is null || !ReferenceEquals(wrapped._prefix, prefix) || wrapped._originalKey != key)
            message.Wrapped = wrapped = new WrappedMessage(message, prefix, key);
        return wrapped;
    }
}
