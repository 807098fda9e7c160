namespace SockJS.Payloads;

/// <summary>Reads text as UTF-8. The handler may keep it, so it gets bytes of its own.</summary>
internal sealed class Utf8PayloadReader(PayloadRule<ReadOnlyMemory<byte>> rule) : PayloadReader<ReadOnlyMemory<byte>>(rule)
{
    protected override ReadOnlyMemory<byte> ReadValue(Payload payload)
    {
        if (payload.IsMessage)
            return payload.Utf8.ToArray();
        var reader = StringReader(payload);
        var bytes = new byte[reader.ValueSpan.Length];
        try
        {
            return bytes.AsMemory(0, reader.CopyString(bytes));
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, exception);
        }
    }
}
