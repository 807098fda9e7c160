using System.Diagnostics;
using System.Text.Json;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Clients;

/// <summary>Has a client play a scenario, and reads what it has seen.</summary>
internal static class Player
{
    public static Task<JsonElement> PlayAsync(this Scenario scenario, ClientKind kind, Browser browser, TestServer server)
        => kind == ClientKind.Node ? scenario.PlayInNodeAsync(server.Address) : scenario.PlayInPageAsync(browser, server.Address, server.Address);

    /// <summary>Plays in a process of Node.js.</summary>
    public static async Task<JsonElement> PlayInNodeAsync(this Scenario scenario, Uri server)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(ProjectFiles.Pages, "node-client.mjs"), scenario.ToJson(server)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return JsonElement.Parse(output);
    }

    /// <summary>Plays in a page of Chromium.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="page">Where the page comes from.</param>
    /// <param name="server">Where its connections go.</param>
    public static async Task<JsonElement> PlayInPageAsync(this Scenario scenario, Browser browser, Uri page, Uri server)
    {
        var opened = await browser.OpenAsync(new Uri(page, "/client/client.html"));
        try
        {
            return JsonElement.Parse(await opened.EvaluateAsync<string>("request => window.play(request)", scenario.ToJson(server)));
        }
        finally
        {
            // Not the page but its context is what is closed: it was made for this page alone.
            await opened.Context.DisposeAsync();
        }
    }
}
