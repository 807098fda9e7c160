using System.ComponentModel;
using System.Globalization;
using Mono.Cecil;
using SockJS.Tests.Architecture;
using Xunit;

namespace SockJS.Tests;

/// <summary>Reads the compiled library, since within its namespaces one folder can name another without a using directive.</summary>
public sealed class FolderDependencyTests
{
    private static readonly ModuleDefinition s_library = ModuleDefinition.ReadModule(typeof(SockJSConnection).Assembly.Location);

    public static TheoryData<string> Folders => new(FolderRules.Table.Folders);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_the_table_allows(string folder)
    {
        Assert.Contains(s_library.Types, type => FolderRules.Table.FolderOf(type) == folder);

        AssertNone(FolderRules.Table.FindBreaches(s_library, folder));
    }

    [Fact]
    public void Every_type_is_in_a_folder_of_the_table()
        => Assert.All(s_library.Types.Select(FolderRules.Table.FolderOf).OfType<string>(), static folder => Assert.Contains(folder, FolderRules.Table.Folders));

    [Fact]
    public void Transports_do_not_know_each_other()
    {
        var transports = s_library.Types
            .Where(static type => type.Interfaces.Any(static one => one.InterfaceType.Name == "ITransport"))
            .ToHashSet<TypeReference>();
        Assert.Equal(9, transports.Count);

        AssertNone(
            from TypeDefinition type in transports
            from mention in TypeReferences.Of(type)
            where mention.Type != type && transports.Contains(mention.Type)
            select $"{FolderRules.Table.FileOf(type)}: {mention.Member} uses {mention.Type.FullName}, but a transport must not know another.");
    }

    [Fact]
    public void The_table_has_no_cycle()
    {
        var folders = FolderRules.Table.Folders.ToList();

        Assert.All(folders, folder => Assert.All(FolderRules.Table.KnownTo(folder), known => Assert.True(folders.IndexOf(known) < folders.IndexOf(folder))));
    }

    [Theory]
    [InlineData("Everything`1", typeof(EventArgs))]
    [InlineData("Everything`1", typeof(IServiceProvider))]
    [InlineData("Everything`1", typeof(IFormattable))]
    [InlineData("Everything`1", typeof(TypeConverterAttribute))]
    [InlineData("Everything`1", typeof(Version))]
    [InlineData("Field", typeof(List<>))]
    [InlineData("Field", typeof(Guid))]
    [InlineData("Raised", typeof(Half))]
    [InlineData("Signature", typeof(Uri))]
    [InlineData("Signature", typeof(Int128))]
    [InlineData("Body", typeof(Console))]
    [InlineData("Body", typeof(CultureInfo))]
    [InlineData("Body", typeof(GC))]
    [InlineData("Body", typeof(TimeZoneInfo))]
    [InlineData("Body", typeof(TimeoutException))]
    [InlineData("Body", typeof(Random))]
    [InlineData("StateMachineAsync", typeof(Environment))]
    public void The_scan_sees_every_kind_of_mention(string member, Type mentioned)
    {
        using var module = ModuleDefinition.ReadModule(typeof(FolderDependencyTests).Assembly.Location);
        var mentions = TypeReferences.Of(module.GetType(typeof(Everything<>).FullName));

        Assert.Contains(mentions, mention => mention.Member.Contains(member, StringComparison.Ordinal) && mention.Type.FullName == mentioned.FullName);
    }

    // A list would be cut short in the message.
    private static void AssertNone(IEnumerable<string> breaches)
    {
        string[] distinct = [.. breaches.Distinct()];
        Assert.True(distinct.Length == 0, string.Join(Environment.NewLine, distinct));
    }
}
