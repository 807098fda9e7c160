using System.Diagnostics;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Clients;

/// <summary>The official client in a process of Node.js, one for each conversation.</summary>
internal static class NodeClient
{
    public static async Task<Outcome> ConverseAsync(Conversation conversation)
        => Outcome.FromJson(await RunAsync("node-client.mjs", conversation.ToJson()));

    public static async Task<ChannelsOutcome> MultiplexAsync(ChannelsConversation conversation)
        => ChannelsOutcome.FromJson(await RunAsync("node-channels.mjs", conversation.ToJson()));

    private static async Task<string> RunAsync(string script, string request)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(ProjectFiles.Pages, script), request])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
