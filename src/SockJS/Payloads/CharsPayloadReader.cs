namespace SockJS.Payloads;

/// <summary>Reads text as memory.</summary>
internal sealed class CharsPayloadReader(PayloadRule<ReadOnlyMemory<char>> rule) : PayloadReader<ReadOnlyMemory<char>>(rule)
{
    protected override ReadOnlyMemory<char> ReadValue(Payload payload) => ReadText(payload).AsMemory();
}
