[assembly: AssemblyFixture(typeof(SockJS.AotTests.Publishing.PublishedPrograms))]

namespace SockJS.AotTests.Publishing;

/// <summary>All programs, each published in both ways, once.</summary>
public sealed class PublishedPrograms : IAsyncLifetime
{
    public const string Chat = "AotChat";
    public const string Protocol = "SockJS.AotApp";
    public const string SocketIOChat = "SocketIOChat";
    public const string Native = "net8.0";
    public const string Trimmed = "net10.0";

    private static readonly string[] s_projects = [$"samples/{Chat}", $"tests/{Protocol}", $"samples/{SocketIOChat}"];

    private readonly List<PublishedProgram> _programs = [];

    /// <summary>Gets the frameworks, each of which stands for a way to publish.</summary>
    public static TheoryData<string> Frameworks { get; } = [Native, Trimmed];

    internal IReadOnlyList<PublishedProgram> All => _programs;

    public async ValueTask InitializeAsync()
    {
        // One after the other: they share the library that they are built with.
        foreach (var project in s_projects)
        {
            foreach (var framework in Frameworks)
                _programs.Add(await PublishedProgram.PublishAsync(project, framework));
        }
    }

    public ValueTask DisposeAsync() => default;

    internal PublishedProgram Find(string name, string framework) => _programs.Single(program => (program.Name, program.Framework) == (name, framework));
}
