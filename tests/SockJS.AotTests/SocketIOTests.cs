using System.Diagnostics;
using SockJS.AotTests.Publishing;
using SockJS.PackageTests;

namespace SockJS.AotTests;

/// <summary>What the official client of Socket.IO sees of a published program.</summary>
public sealed class SocketIOTests(PublishedPrograms programs)
{
    public static TheoryData<string> Frameworks => PublishedPrograms.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task Visitors_of_the_chat_join_talk_and_show_pictures_over_each_transport(string framework)
    {
        await using var program = await programs.Find(PublishedPrograms.SocketIOChat, framework).StartAsync();
        foreach (var transport in new[] { "websocket", "polling" })
        {
            Assert.Equal(
                $$$"""
                {"transport":"{{{transport}}}","refusal":"Please say a name.","room":"lobby","people":["Ada","Bob"],"receipt":{"problem":null},"from":"Ada","text":"hällo","picture":{"name":"a.jpg","type":"image/jpeg","data":"ffd8ff01"}}
                """,
                await VisitAsync(program.Address, transport));
        }
    }

    // The script lies with the client's own tests, and with their packages.
    private static async Task<string> VisitAsync(Uri address, string transport)
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests", "SockJS.SocketIO.ClientTests", "Pages", "chat.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, address.AbsoluteUri, transport])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.TrimEnd();
    }
}
