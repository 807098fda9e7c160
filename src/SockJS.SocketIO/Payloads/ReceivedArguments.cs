using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SockJS.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Payloads;

/// <summary>Arguments of an event or an answer.</summary>
/// <param name="json">The whole array.</param>
/// <param name="table">Where its elements are.</param>
/// <param name="skipped">How many elements come before the arguments: the name of an event.</param>
/// <param name="attachments">The binary values.</param>
/// <param name="format">How values look.</param>
internal sealed class ReceivedArguments(
    ReadOnlyMemory<byte> json, ArgumentTable table, int skipped, IReadOnlyList<ReadOnlyMemory<byte>>? attachments, ArgumentFormat format)
    : SocketIOArguments
{
    private Range[]? _ranges;

    public override int Count => table.Count - skipped;

    public IReadOnlyList<ReadOnlyMemory<byte>>? Attachments => attachments;

    public override T? Get<T>(int index)
        where T : default
    {
        var json = GetJson(index).Span;
        var type = format.TypeOf<T>();
        try
        {
            return ArgumentFormat.Read(json, attachments, type);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            throw new InvalidArgumentException($"Argument {index}: {exception.Message}", exception);
        }
    }

    public override ReadOnlyMemory<byte> GetBinary(int index) => Get<ReadOnlyMemory<byte>>(index);

    public override ReadOnlyMemory<byte> GetJson(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index >= Count)
            throw new MissingArgumentException(nameof(index), index, Count);
        return json[GetRange(index + skipped)];
    }

    public override bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if ((uint)index >= (uint)Count)
            return false;
        try
        {
            value = Get<T>(index);
            return value is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Clients say how many there are, and handlers go through them.
    private Range GetRange(int index) => index < ArgumentTable.Kept ? table.GetRange(json.Span, index) : (_ranges ??= table.GetRanges(json.Span))[index];
}
