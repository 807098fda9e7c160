namespace SockJS.Testing.Wire;

/// <summary>A frame of the server; of a frame with several messages, one of them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The message, or the reason of a close.</param>
/// <param name="Code">The code of a close.</param>
internal readonly record struct ServerFrame(ServerFrameKind Kind, string Text = "", int Code = 0)
{
    /// <summary>Reads a frame as it is on the wire, its framing taken off.</summary>
    /// <exception cref="SockJSTestException">It is none.</exception>
    public static IReadOnlyList<ServerFrame> Parse(string frame)
    {
        try
        {
            return frame switch
            {
                "o" => [new ServerFrame(ServerFrameKind.Open)],
                "h" => [new ServerFrame(ServerFrameKind.Heartbeat)],
                ['a', .. var array] => ParseMessages(array),
                ['c', .. var array] => [ParseClose(array)],
                _ => throw new FormatException("Frames begin with o, h, a or c."),
            };
        }
        catch (FormatException exception)
        {
            throw new SockJSTestException($"The server sent what is no frame: {Excerpt.Of(frame)} {exception.Message}", exception);
        }
    }

    private static List<ServerFrame> ParseMessages(string array)
    {
        var messages = new List<ServerFrame>();
        var json = new JsonScanner(array);
        json.Take('[');
        do
            messages.Add(new ServerFrame(ServerFrameKind.Message, json.TakeString()));
        while (json.TryTake(','));
        json.Take(']');
        json.TakeEnd();
        return messages;
    }

    private static ServerFrame ParseClose(string array)
    {
        var json = new JsonScanner(array);
        json.Take('[');
        var code = json.TakeNumber();
        json.Take(',');
        var reason = json.TakeString();
        json.Take(']');
        json.TakeEnd();
        return new ServerFrame(ServerFrameKind.Close, reason, code);
    }
}
