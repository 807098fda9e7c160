using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

public sealed class ConnectTests(Browser browser, TestServer server) : ClientTest(browser, server)
{
    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_client_joins_and_both_sides_know_the_same_of_it(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("connect", mode) { Input = new { auth = new { token = "abc", list = new[] { 1, 2 } } } });

        var who = seen.GetProperty("who");
        Assert.True(seen.Flag("connected"));
        Assert.Equal(mode == ClientMode.Polling ? "polling" : "websocket", seen.Text("transport"));
        Assert.Equal(seen.Text("transport"), who.Text("transport"));
        Assert.Equal(seen.Text("id"), who.Text("id"));
        Assert.NotEqual(seen.Text("sid"), who.Text("id"));
        Assert.Equal("/", who.Text("namespace"));
        Assert.Equal("""{"token":"abc","list":[1,2]}""", who.Raw("auth"));
        Assert.Equal("blue é", who.Text("query"));
        Assert.False(who.Flag("recovered"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Namespaces_share_a_connection_and_are_joined_and_refused_one_by_one(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("namespaces", mode));

        Assert.Equal(
            [
                """{"message":"not today","data":{"code":42,"retry":false},"connected":false,"active":false}""",
                """{"message":"Invalid namespace","data":null,"connected":false,"active":false}""",
                """{"message":"bad token","data":null,"connected":false,"active":false}""",
                """{"message":"Invalid namespace","data":null,"connected":false,"active":false}""",
            ],
            seen.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetRawText()));
        Assert.Equal("""{"token":"good","name":"Eve"}""", seen.Raw("member"));
        Assert.Equal(4, seen.GetProperty("distinct").GetInt32());
        Assert.Equal(["42", "abc"], seen.Texts("which"));
        Assert.Equal("/named", seen.Text("who"));
        Assert.Equal("still here", seen.Text("mainAfterOneLeft"));
        Assert.True(seen.Flag("newId"));
    }

    [Theory]
    [InlineData(ClientMode.Polling)]
    [InlineData(ClientMode.WebSocket)]
    [InlineData(ClientMode.Upgrade)]
    public async Task A_client_that_says_nothing_stays_connected_over_many_heartbeats(ClientMode mode)
    {
        var seen = await PlayAsync(ClientKind.Node, new("heartbeat", mode) { Path = "/heartbeat/" });

        Assert.Equal("null", seen.Raw("lost"));
        Assert.Equal("alive", seen.Text("answer"));
    }
}
