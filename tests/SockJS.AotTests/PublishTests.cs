using System.Text.RegularExpressions;
using SockJS.AotTests.Publishing;

namespace SockJS.AotTests;

public sealed partial class PublishTests(PublishedPrograms programs)
{
    [Theory]
    [InlineData(PublishedPrograms.Chat, PublishedPrograms.Native)]
    [InlineData(PublishedPrograms.Chat, PublishedPrograms.Trimmed)]
    [InlineData(PublishedPrograms.Protocol, PublishedPrograms.Native)]
    [InlineData(PublishedPrograms.Protocol, PublishedPrograms.Trimmed)]
    [InlineData(PublishedPrograms.SocketIOChat, PublishedPrograms.Native)]
    [InlineData(PublishedPrograms.SocketIOChat, PublishedPrograms.Trimmed)]
    public void A_program_is_published_without_a_warning(string name, string framework)
    {
        var program = programs.Find(name, framework);

        Assert.True(program.ExitCode == 0, program.Output);
        Assert.DoesNotMatch(Warning(), program.Output);
    }

    // Warnings are errors in these projects, so that nothing of the kind should be left to be found.
    [GeneratedRegex(@"\b(warning|error) [A-Z]+\d+\b|\bIL[23]\d{3}\b")]
    private static partial Regex Warning();
}
