using System.ComponentModel;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>The members of one payload.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PayloadMembers
{
    private readonly MemberReader[] _readers;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly ReadOnlySpan<Range> _values;

    internal PayloadMembers(MemberReader[] readers, ReadOnlySpan<byte> payload, ReadOnlySpan<Range> values)
    {
        _readers = readers;
        _payload = payload;
        _values = values;
    }

    /// <summary>Reads the value of a member.</summary>
    /// <typeparam name="TValue">The type of the parameter, as it was described.</typeparam>
    /// <param name="index">The position of the member in the description.</param>
    public TValue Get<TValue>(int index) => ((MemberReader<TValue>)_readers[index]).Read(_payload[_values[index]]);
}
