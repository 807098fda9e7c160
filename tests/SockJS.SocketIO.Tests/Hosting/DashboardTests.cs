using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Dashboard;
using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.SocketIO.Tests.Hosting;

/// <summary>The dashboard of the runtime knows nothing of Socket.IO, and shows its endpoints as it shows others.</summary>
public sealed class DashboardTests
{
    [Fact]
    public async Task An_endpoint_of_socket_io_has_a_row_with_its_sessions_and_the_rooms_of_its_namespaces()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSocketIO();
        await using var app = builder.Build();
        app.MapSocketIO("/socket.io", io => io.Namespace("/chat", ns => ns.OnConnect(socket => socket.JoinAsync("lobby", "kitchen"))), options => options.MaxSessions = 7);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var url = await JoinAsync(client, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        using var traffic = new TrafficListener(app.Services.GetRequiredService<Instruments>());
        var directory = new EndpointDirectory(app.Services.GetRequiredService<SessionRegistry>());
        var row = Assert.Single(new EndpointReader(directory, traffic, TimeProvider.System).Read().Endpoints);
        var page = new SessionReader(directory).Read(new Selection(row.Id, "kitchen", 0))!;

        Assert.Equal(("socket.io", "/socket.io", 1, 7, 2), (row.Kind, row.Prefix, row.Sessions, row.MaxSessions, row.Groups));
        Assert.Equal(["/chat kitchen 1", "/chat lobby 1"], page.Groups.Select(room => $"{room.Name} {room.Count}"));
        var session = Assert.Single(page.Sessions);
        Assert.Equal(["/chat kitchen", "/chat lobby"], session.Groups);
        Assert.DoesNotContain(session.Id, url, StringComparison.Ordinal);
    }

    private static async Task<string> JoinAsync(HttpClient client, string address)
    {
        var url = $"{address}/socket.io/?EIO=4&transport=polling";
        var open = JsonDocument.Parse((await client.GetStringAsync(url, TestContext.Current.CancellationToken))[1..]);
        url += $"&sid={open.RootElement.GetProperty("sid").GetString()}";
        using var join = new StringContent("40/chat,");
        (await client.PostAsync(url, join, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Assert.StartsWith("40/chat,{", await client.GetStringAsync(url, TestContext.Current.CancellationToken));
        return url;
    }
}
