using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>
/// Compares emitted files with those that somebody approved: <c>Class.Test#File.verified.cs</c>. What differs is written beside it as
/// <c>.received.cs</c>; renaming that file approves it.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(string test, ImmutableDictionary<string, string> files)
    {
        var differences = new List<string>();
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(Paths.Snapshots, $"{test}#{name[..^".cs".Length]}");
            var received = Normalise(text);
            if (File.Exists(path + ".verified.cs") && Normalise(File.ReadAllText(path + ".verified.cs")) == received)
            {
                File.Delete(path + ".received.cs");
                continue;
            }

            Directory.CreateDirectory(Paths.Snapshots);
            File.WriteAllText(path + ".received.cs", received);
            differences.Add($"{path}.received.cs differs from what was approved:\n{received}");
        }

        foreach (var path in Directory.EnumerateFiles(Paths.Snapshots, $"{test}#*.verified.cs"))
        {
            var name = Path.GetFileName(path)[(test.Length + 1)..^".verified.cs".Length] + ".cs";
            if (!files.ContainsKey(name))
                differences.Add($"{path} was approved but not emitted.");
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static string Normalise(string text) => VersionPattern().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "\"SockJS.Generators\", \"<version>\"");

    [GeneratedRegex("\"SockJS.Generators\", \"[0-9.]+\"")]
    private static partial Regex VersionPattern();
}
