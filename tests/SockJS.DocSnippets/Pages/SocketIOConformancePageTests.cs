using System.Text.RegularExpressions;
using SockJS.DocSnippets.Markdown;
using Xunit;

namespace SockJS.DocSnippets.Pages;

/// <summary>The tests that the page on the conformance of Socket.IO names are there.</summary>
public sealed partial class SocketIOConformancePageTests
{
    private const string InsideMark = "¹";

    [Fact]
    public void The_tests_that_are_named_exist()
    {
        var named = Repository.Page("docs/socketio-conformance.md").Prose.SelectMany(static line => NamedTest().Matches(line)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, static test => Assert.True(
            Exists(test.Groups["class"].Value, test.Groups["method"].Value, test.Groups["mark"].Value), $"There is no test {test.Value}."));
    }

    // Classes of the same name are told apart by their project alone.
    private static bool Exists(string name, string method, string mark)
        => Repository.Find(mark == InsideMark ? "tests/SockJS.SocketIO.Tests" : "tests/SockJS.SocketIO.Conformance", $"{name}.cs")
            .Any(file => Repository.Read(file).Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex("`(?<class>[A-Za-z]+Tests)\\.(?<method>\\w+)`(?<mark>¹?)")]
    private static partial Regex NamedTest();
}
