using System.Text;
using static SockJS.Conformance.Support.HeaderAuthentication;

namespace SockJS.Conformance.Security;

/// <summary>Names that look alike, or are the same to a looser comparison, are different names.</summary>
[OwnServer]
public sealed class NameConfusionTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    // Letter case, spaces, NUL and other characters that nobody sees, normalisation, other alphabets, what separates names elsewhere.
    private static readonly string[] s_groups =
    [
        "lobby", "Lobby", "LOBBY", "lobby ", " lobby", "lobby\t", "lobby\r\n", "lobby\0", "\0lobby", "lob\0by", "lobby\0x", "lobby\u200b", "lobby\u00ad", "\ufefflobby",
        "\uff4cobby", "l\u043ebby", "caf\u00e9", "cafe\u0301", "stra\u00dfe", "strasse", "\ufb01", "fi", "i", "I", "\u0131", "\u0130", "*", "lobby*", "lobby/", "../lobby", "lobby,x",
    ];

    private static readonly string[] s_users =
    [
        "alice", "Alice", "ALICE", "alice\u200b", "al\u00edce", "ali\u0301ce", "\u0430lice", "alice,bob", "alice%00", "alice%20", "*",
    ];

    [Fact]
    public async Task A_message_to_a_group_reaches_no_group_of_a_similar_name()
    {
        var server = Start("/rooms", static async connection =>
        {
            await foreach (var group in connection.ReadAllAsync())
                await connection.SendAsync(await connection.JoinAsync(group) ? "joined" : "already there");
        });
        var members = new List<WebSocketClient>();
        foreach (var name in s_groups)
        {
            var member = await server.OpenWebSocketAsync("/rooms/websocket");
            await member.SendAsync(name);
            Assert.Equal("joined", await member.ReadTextAsync());
            members.Add(member);
        }

        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/rooms");
        for (var i = 0; i < s_groups.Length; i++)
            await clients.Group(s_groups[i]).SendAsync($"to {i}");
        await clients.All.SendAsync("to all");

        await AssertEachGotItsOwnAsync(members);
    }

    [Fact]
    public async Task A_message_to_a_user_reaches_no_user_of_a_similar_id_who_finds_no_session_either()
    {
        var server = Start(
            services =>
            {
                AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app =>
            {
                app.UseAuthentication();
                app.MapSockJS("/echo", Handlers.Echo);
            });
        var sockets = new List<WebSocketClient>();
        foreach (var user in s_users)
        {
            var socket = await server.OpenWebSocketAsync("/echo/websocket", InUtf8(user));
            await socket.SendAsync("are you there?");
            Assert.Equal("are you there?", await socket.ReadTextAsync());
            sockets.Add(socket);
        }

        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/echo");
        for (var i = 0; i < s_users.Length; i++)
            await clients.User(s_users[i]).SendAsync($"to {i}");
        await clients.All.SendAsync("to all");
        await AssertEachGotItsOwnAsync(sockets);

        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", InUtf8(s_users[0]))).Body);
        foreach (var other in s_users.Skip(1))
            Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["bad"]""", InUtf8(other)));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["good"]""", InUtf8(s_users[0])));
    }

    private static async Task AssertEachGotItsOwnAsync(List<WebSocketClient> clients)
    {
        for (var i = 0; i < clients.Count; i++)
        {
            Assert.Equal($"to {i}", await clients[i].ReadTextAsync());
            Assert.Equal("to all", await clients[i].ReadTextAsync());
        }
    }

    // Requests are written as Latin-1, and read as UTF-8.
    private static (string Name, string Value) InUtf8(string user) => As(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(user)));
}
