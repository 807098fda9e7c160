namespace ChatSample.Prices;

/// <summary>One reader of prices, and how many bytes wait for it.</summary>
public sealed record Reader(string Id, string Transport, int QueuedBytes)
{
    /// <summary>Looks at a connection. The beginning of its id is enough to tell it from others.</summary>
    public static Reader Of(SockJSConnection connection) => new(connection.Id[..8], connection.Transport.ToString(), connection.QueuedBytes);
}
