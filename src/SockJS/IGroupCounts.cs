namespace SockJS;

/// <summary>Says which groups there are, and how many members each has.</summary>
internal interface IGroupCounts
{
    /// <summary>Gets the number of groups that have members.</summary>
    int Count { get; }

    /// <summary>Gets the groups that have members, and how many, one by one.</summary>
    IEnumerable<(string Name, int Members)> Counts { get; }
}
