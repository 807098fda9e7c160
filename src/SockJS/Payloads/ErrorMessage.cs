namespace SockJS.Payloads;

/// <summary>Tells a client what was wrong with its message: <c>{"type":"error","data":{"code":"…","message":"…"}}</c>.</summary>
internal static class ErrorMessage
{
    private const string Name = "error";

    /// <summary>Sends the message if there is room for it: a client that reads nothing gets no errors either.</summary>
    public static void TrySend(SockJSConnection connection, string code, string text)
    {
        var format = ((PayloadSender)connection.Payloads).Format;
        var writer = MessageWriter.Rent(format.Options);
        writer.Write(format.Shape, Name, (code, text), static (json, error) =>
        {
            json.WriteStartObject();
            json.WriteString("code"u8, error.code);
            json.WriteString("message"u8, error.text);
            json.WriteEndObject();
        });
        connection.TrySend(SockJSMessage.FromUtf8(writer.Written));
        writer.Return();
    }
}
