namespace SockJS;

/// <summary>The groups that one connection is in. All members may be used from any thread.</summary>
internal interface IMembership
{
    /// <summary>Gets the names of the groups.</summary>
    IReadOnlyCollection<string> Groups { get; }

    /// <summary>Enters a group.</summary>
    /// <returns>Whether that changed anything.</returns>
    bool Join(string group);

    /// <summary>Leaves a group.</summary>
    /// <returns>Whether that changed anything.</returns>
    bool Leave(string group);
}
