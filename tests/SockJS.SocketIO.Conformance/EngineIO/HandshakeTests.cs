using System.Text.Json;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>How a session begins.</summary>
public sealed class HandshakeTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    public static TheoryData<string> Paths { get; } = [EnginePaths.Engine, EnginePaths.SocketIO];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_open_packet_over_polling_has_five_keys_and_is_the_whole_body(string path)
    {
        var session = await EnginePolling.OpenAsync(Server, path);

        AssertFiveKeys("""["websocket"]""", session.Open);
        Assert.Equal("text/plain; charset=UTF-8", session.Handshake["Content-Type"], ignoreCase: true);
        Assert.Equal("no-store", session.Handshake["Cache-Control"]);
        Assert.NotNull(session.Handshake["Content-Length"]);
        Assert.DoesNotContain(EnginePolling.Separator, session.Handshake.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_open_packet_over_WebSocket_is_the_first_frame_and_offers_no_upgrade(string path)
    {
        var socket = await EngineSocket.OpenAsync(Server, path);

        AssertFiveKeys("[]", socket.Open);
    }

    [Fact]
    public async Task Every_session_has_a_name_of_its_own_in_letters_that_a_URL_may_hold()
    {
        var sids = new List<string>();
        for (var i = 0; i < 20; i++)
            sids.Add((await EnginePolling.OpenAsync(Server)).Sid);

        Assert.Equal(sids, sids.Distinct());
        Assert.All(sids, sid => Assert.Matches("^[A-Za-z0-9_-]{20}$", sid));
    }

    [Fact]
    public async Task No_cookie_and_no_header_for_other_origins_is_set_unless_asked_for()
    {
        var handshake = (await EnginePolling.OpenAsync(Server)).Handshake;

        Assert.Empty(handshake.All("Set-Cookie"));
        Assert.DoesNotContain(handshake.Headers, header => header.Name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_else_the_query_says_is_the_application_s()
    {
        var reply = await Server.GetAsync(EnginePaths.Engine + EnginePaths.Polling + "&t=abc&token=%C3%A9+x&flag");

        Assert.Equal(200, reply.Status);
    }

    private static void AssertFiveKeys(string upgrades, JsonElement open)
    {
        Assert.Equal(["maxPayload", "pingInterval", "pingTimeout", "sid", "upgrades"], open.EnumerateObject().Select(key => key.Name).Order());
        Assert.Equal(upgrades, open.GetProperty("upgrades").GetRawText());
        Assert.Equal("25000", open.GetProperty("pingInterval").GetRawText());
        Assert.Equal("20000", open.GetProperty("pingTimeout").GetRawText());
        Assert.Equal("1000000", open.GetProperty("maxPayload").GetRawText());
    }
}
