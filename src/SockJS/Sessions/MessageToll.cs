namespace SockJS.Sessions;

/// <summary>The permits that a payload needs on its way in: one for each of its messages, and at least one.</summary>
/// <param name="count">The number of messages.</param>
internal struct MessageToll(int count)
{
    /// <summary>Gets or sets how many are still to be had.</summary>
    public int Owed { get; set; } = Math.Max(1, count);

    /// <summary>Gets or sets a value indicating whether it had to wait.</summary>
    public bool Waited { get; set; }
}
