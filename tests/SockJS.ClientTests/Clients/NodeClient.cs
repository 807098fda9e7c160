using System.Diagnostics;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Clients;

/// <summary>The official client in a process of Node.js, one for each conversation.</summary>
internal static class NodeClient
{
    public static async Task<Outcome> ConverseAsync(Conversation conversation)
    {
        var script = Path.Combine(ProjectFiles.Pages, "node-client.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, conversation.ToJson()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return Outcome.FromJson(output);
    }
}
