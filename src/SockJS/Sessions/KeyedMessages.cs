namespace SockJS.Sessions;

/// <summary>Messages that wait for a client, the newest of each key. Not synchronised: the session's lock guards it.</summary>
internal sealed class KeyedMessages
{
    private readonly Dictionary<string, (PreparedMessage Message, int Bytes)> _messages = new(StringComparer.Ordinal);

    public int Count => _messages.Count;

    public int Bytes { get; private set; }

    /// <summary>Returns how many bytes the message of a key has.</summary>
    /// <returns><see langword="false"/> where none waits.</returns>
    public bool TryGetBytes(string key, out int bytes)
    {
        var found = _messages.TryGetValue(key, out var waiting);
        bytes = waiting.Bytes;
        return found;
    }

    /// <summary>Adds a message, in place of the one that waits with the same key.</summary>
    public void Put(string key, PreparedMessage message, int bytes)
    {
        TryGetBytes(key, out var replaced);
        _messages[key] = (message, bytes);
        Bytes += bytes - replaced;
    }

    /// <summary>Puts all messages into the frame that is about to leave.</summary>
    public void MoveTo(ref OutboundBuffer buffer)
    {
        foreach (var (message, _) in _messages.Values)
            buffer.Append(SockJSMessage.OfPrepared(message));
        _messages.Clear();
        Bytes = 0;
    }
}
