namespace SockJS.Multiplexing;

/// <summary>The topics of a multiplexed endpoint, each at a position of its own.</summary>
internal sealed class TopicTable(IReadOnlyList<Topic> topics)
{
    public int Count => topics.Count;

    public Topic this[int index] => topics[index];

    /// <summary>Returns the position of a topic as clients write it; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> escaped)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (escaped.SequenceEqual(topics[i].Escaped))
                return i;
        }

        return -1;
    }
}
