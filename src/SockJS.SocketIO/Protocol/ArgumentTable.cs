using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SockJS.SocketIO.Protocol;

/// <summary>Where the elements of a JSON array are, found in one pass that also makes sure that the array is valid.</summary>
internal struct ArgumentTable
{
    /// <summary>More than handlers usually take; the places of those behind are looked up when they are asked for.</summary>
    public const int Kept = 8;

    private Places _places;

    /// <summary>Gets the number of elements.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the elements.</summary>
    /// <param name="json">A JSON text, all of it.</param>
    /// <param name="maxDepth">How deep it may be nested.</param>
    /// <param name="table">Where they are.</param>
    /// <returns><see langword="false"/> where the text is no JSON array, or too deep.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, int maxDepth, out ArgumentTable table)
    {
        table = default;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return false;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                table.Add(ReadPlace(ref reader));
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Returns the JSON text of an element.</summary>
    /// <param name="json">The text that the table was made of.</param>
    /// <param name="index">Which element; less than <see cref="Count"/>.</param>
    public readonly ReadOnlySpan<byte> Get(ReadOnlySpan<byte> json, int index) => json[GetRange(json, index)];

    /// <summary>Returns where the JSON text of an element is.</summary>
    /// <param name="json">The text that the table was made of.</param>
    /// <param name="index">Which element; less than <see cref="Count"/>.</param>
    public readonly Range GetRange(ReadOnlySpan<byte> json, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var (start, length) = index < Kept ? _places[index] : FindPlace(json, index);
        return start..(start + length);
    }

    /// <summary>Returns where all elements are, for whoever goes through them: looking up one by one takes longer the more there are.</summary>
    /// <param name="json">The text that the table was made of.</param>
    public readonly Range[] GetRanges(ReadOnlySpan<byte> json)
    {
        var ranges = new Range[Count];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        for (var i = 0; i < ranges.Length; i++)
        {
            reader.Read();
            var (start, length) = ReadPlace(ref reader);
            ranges[i] = start..(start + length);
        }

        return ranges;
    }

    private void Add((int Start, int Length) place)
    {
        if (Count < Kept)
            _places[Count] = place;
        Count++;
    }

    private static (int Start, int Length) FindPlace(ReadOnlySpan<byte> json, int index)
    {
        // It was read before, with whatever depth it has.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        for (var i = 0; i < index; i++)
        {
            reader.Read();
            reader.Skip();
        }

        reader.Read();
        return ReadPlace(ref reader);
    }

    private static (int Start, int Length) ReadPlace(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return (start, (int)reader.BytesConsumed - start);
    }

    [InlineArray(Kept)]
    private struct Places
    {
        private (int Start, int Length) _first;
    }
}
