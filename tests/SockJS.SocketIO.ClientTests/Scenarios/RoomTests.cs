using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

public sealed class RoomTests(Browser browser, TestServer server) : ClientTest(browser, server)
{
    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Each_client_hears_what_goes_to_a_room_of_its_own_once(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("rooms", mode) { Input = new { tag = NewTag() } });

        var heard = seen.GetProperty("heard");
        Assert.Equal(["announce red blue", "announce red but blue", "announce red", "after cem"], heard.Texts("ann"));
        Assert.Equal(["say red", "say red blue", "announce red blue", "say all", "after cem"], heard.Texts("bob"));
        Assert.Equal(["say red blue", "announce red blue", "say all"], heard.Texts("cem"));
        Assert.Equal(["say all", "say all but blue", "say dia", "after cem"], heard.Texts("dia"));
        Assert.Equal("""{"bob":["blue"],"cem":["blue"]}""", seen.Raw("rooms"));
        Assert.Equal("""{"complete":true,"ids":true}""", seen.Raw("all"));
        Assert.Equal("""{"votes":[],"complete":true}""", seen.Raw("some"));
        Assert.Equal("""{"votes":[],"complete":false}""", seen.Raw("none"));
    }
}
