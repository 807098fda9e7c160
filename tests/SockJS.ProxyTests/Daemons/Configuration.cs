namespace SockJS.ProxyTests.Daemons;

/// <summary>A configuration of the guide. What belongs to the machine that it is for is replaced, and nothing else.</summary>
internal sealed class Configuration(string name)
{
    public string Text { get; private set; } = File.ReadAllText(RepositoryFiles.Configuration(name));

    /// <summary>Replaces a text that the guide has; fails where it has changed there.</summary>
    public Configuration Replace(string shown, string used)
    {
        Assert.Contains(shown, Text, StringComparison.Ordinal);
        Text = Text.Replace(shown, used, StringComparison.Ordinal);
        return this;
    }
}
