using SockJS.DocSnippets.Markdown;
using Xunit;

namespace SockJS.DocSnippets.Pages;

/// <summary>What the guide says of security is what is tested.</summary>
public sealed class SecurityPageTests
{
    private const int Columns = 6;

    [Fact]
    public void Each_threat_has_a_rule_and_names_the_tests_that_prove_it()
    {
        var threats = Repository.Page("docs/guide/security.md").Prose
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

        Assert.NotEmpty(threats);
        Assert.All(threats, cells =>
        {
            Assert.Equal(Columns, cells.Length);
            Assert.NotEmpty(cells[1]);
            Assert.Contains("Tests`", cells[^1], StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Tickets")]
    [InlineData("TicketHandler")]
    public void The_tickets_of_the_guide_are_those_that_are_tested(string name)
    {
        var tested = Repository.Read($"tests/SockJS.Conformance/Support/{name}.cs").ReplaceLineEndings("\n");
        var code = tested[tested.IndexOf("public sealed class", StringComparison.Ordinal)..].TrimEnd();
        Assert.Contains(Repository.Page("docs/guide/authentication.md").Blocks, block => block.Code.Contains(code, StringComparison.Ordinal));
    }
}
