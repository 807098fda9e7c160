namespace SockJS.Protocol;

/// <summary>The rules for the topics of channels.</summary>
/// <remarks>
/// The checks at compile time are built from this same file, so that they never disagree with the server. Hence it keeps to
/// netstandard2.0 and to no usings.
/// </remarks>
internal static class TopicName
{
    private const int MaxLength = 128;

    /// <summary>Says what is wrong with a topic, as the end of a sentence that begins with it; <see langword="null"/> if nothing is.</summary>
    public static string? FindProblem(string? topic)
    {
        if (topic is null || topic.Length == 0)
            return "is empty";
        if (topic.Length > MaxLength)
            return "has more than 128 characters";
        foreach (var c in topic)
        {
            if (c == ',')
                return "contains a comma, which ends the topic in a frame";
            if (char.IsControl(c))
                return $"contains the control character U+{(int)c:X4}";
        }

        return null;
    }
}
