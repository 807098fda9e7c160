using System.Text;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.Tests.EngineIO.Protocol;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData(true, "[\"websocket\"]")]
    [InlineData(false, "[]")]
    public void The_open_packet_has_five_members_and_whole_milliseconds(bool mayUpgrade, string upgrades)
    {
        var packet = OpenPacket.Write("abc", mayUpgrade, TimeSpan.FromMilliseconds(300.7), TimeSpan.FromSeconds(20), 1_000_000);

        Assert.Equal(
            $$"""0{"sid":"abc","upgrades":{{upgrades}},"pingInterval":300,"pingTimeout":20000,"maxPayload":1000000}""",
            Encoding.UTF8.GetString(packet));
    }

    [Fact]
    public void Errors_are_written_as_clients_compare_them()
    {
        Assert.Equal("""{"code":1,"message":"Session ID unknown"}""", Encoding.UTF8.GetString(EngineError.SessionUnknown.Body.Span));
        Assert.Equal("""{"code":4,"message":"Not \"you\""}""", Encoding.UTF8.GetString(EngineError.Forbidden("Not \"you\"").Body.Span));
        Assert.Equal(403, EngineError.Forbidden().Status);
    }

    [Fact]
    public void Ids_have_twenty_characters_that_need_no_escape_and_no_id_comes_twice()
    {
        var ids = Enumerable.Range(0, 1000).Select(static _ => SessionId.Create()).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, static id => Assert.Matches("^[A-Za-z0-9_-]{20}$", id));
    }
}
