using Mono.Cecil;
using SockJS.SocketIO.Tests.Architecture;

namespace SockJS.SocketIO.Tests;

/// <summary>Reads the compiled library, since within its namespaces one folder can name another without a using directive.</summary>
public sealed class FolderDependencyTests
{
    private static readonly ModuleDefinition s_library = ModuleDefinition.ReadModule(typeof(SocketIOSocket).Assembly.Location);

    public static TheoryData<string> Folders => new(FolderRules.Table.Folders);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_the_table_allows(string folder)
    {
        Assert.Contains(s_library.Types, type => FolderRules.Table.FolderOf(type) == folder);

        string[] breaches = [.. FolderRules.Table.FindBreaches(s_library, folder).Distinct()];

        // A list would be cut short in the message.
        Assert.True(breaches.Length == 0, string.Join(Environment.NewLine, breaches));
    }

    [Fact]
    public void Every_type_is_in_a_folder_of_the_table()
        => Assert.All(s_library.Types.Select(FolderRules.Table.FolderOf).OfType<string>(), static folder => Assert.Contains(folder, FolderRules.Table.Folders));

    [Fact]
    public void The_table_has_no_cycle()
    {
        var folders = FolderRules.Table.Folders.ToList();

        Assert.All(folders, folder => Assert.All(FolderRules.Table.KnownTo(folder), known => Assert.True(folders.IndexOf(known) < folders.IndexOf(folder))));
    }

    [Fact]
    public void Engine_IO_is_a_layer_of_its_own()
        => Assert.All(
            FolderRules.Table.Folders.Where(IsEngine),
            static folder => Assert.All(FolderRules.Table.KnownTo(folder), static known => Assert.True(IsEngine(known))));

    private static bool IsEngine(string folder) => folder.Split('.')[0] == FolderRules.EngineIO;
}
