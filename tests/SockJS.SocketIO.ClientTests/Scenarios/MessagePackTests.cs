using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

/// <summary>A client that speaks MessagePack.</summary>
public sealed class MessagePackTests(Browser browser, TestServer server) : ClientTest(browser, server)
{
    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Arguments_come_back_by_event_and_by_answer(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("events", mode) { Path = "/msgpack/", UsesMessagePack = true });

        Assert.Equal(Comparable(seen.Raw("sent")), Comparable(seen.Raw("received")));
        Assert.Equal(Comparable(seen.Raw("sent")), Comparable(seen.Raw("answers")));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Namespaces_answers_and_refusals_are_as_ever(ClientKind kind, ClientMode mode)
    {
        var namespaces = await PlayAsync(kind, new("namespaces", mode) { Path = "/msgpack/", UsesMessagePack = true });
        var acks = await PlayAsync(kind, new("acks", mode) { Path = "/msgpack/", UsesMessagePack = true });

        Assert.Contains("""{"message":"not today","data":{"code":42,"retry":false},"connected":false,"active":false}""", namespaces.Raw("refusals"), StringComparison.Ordinal);
        Assert.Equal(["42", "abc"], namespaces.Texts("which"));
        Assert.Equal("""[{"text":"yes","proof":{"bytes":"010203"}}]""", acks.Raw("ready"));
        Assert.Equal("nothing", acks.Text("ignored"));
    }

    // MessagePack leaves undefined out of objects, or makes null of it, as its writer likes; the test is not about that.
    private static string Comparable(string json) => json.Replace("\"gone\":null,", "", StringComparison.Ordinal);
}
