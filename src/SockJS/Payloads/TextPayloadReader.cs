namespace SockJS.Payloads;

/// <summary>Reads text.</summary>
internal sealed class TextPayloadReader(PayloadRule<string> rule) : PayloadReader<string>(rule)
{
    protected override string ReadValue(Payload payload) => ReadText(payload);
}
