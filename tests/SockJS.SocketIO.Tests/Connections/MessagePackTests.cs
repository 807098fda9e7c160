using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Protocol.MessagePack;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Connections;

public sealed class MessagePackTests
{
    private readonly SocketWorld _world = new(
        ns => ns
            .On("message", static (socket, arguments) => socket.EmitAsync("back", arguments))
            .On("ask", static async (socket, _) => await socket.EmitAsync("answer", await socket.EmitWithAckAsync<string>("question"))),
        options: options => options.Parser = SocketIOParser.MessagePack);

    [Fact]
    public async Task Every_packet_is_one_binary_message()
    {
        var client = _world.Connect().SendBinary(Convert.FromHexString("82a47479706500a36e7370a12f"));
        Assert.StartsWith("b:83A47479706500A36E7370A12FA46461746181A3736964B4", await client.NextAsync());

        client.SendBinary(Convert.FromHexString(
            "85a47479706502a46461746199a76d65737361676501fbcd012ccb3ff8000000000000a2c3a9c402010281a16192c3c0d40000a76f7074696f6e7381a8636f6d7072657373c3a2696407a36e7370a12f"));

        var (text, attachments) = Read(await client.NextAsync());
        Assert.Equal("""51-["back",1,-5,300,1.5,"\u00E9",{"_placeholder":true,"num":0},{"a":[true,null]},null]""", text);
        Assert.Equal([1, 2], Assert.Single(attachments!).ToArray());
    }

    [Fact]
    public async Task Answers_get_past_the_handler_that_waits_for_them()
    {
        var client = _world.Connect().SendBinary(Convert.FromHexString("82a47479706500a36e7370a12f"));
        await client.NextAsync();

        client.SendBinary(Convert.FromHexString("83a47479706502a46461746191a361736ba36e7370a12f"));
        Assert.Equal("""20["question"]""", Read(await client.NextAsync()).Text);
        client.SendBinary(Convert.FromHexString("84a47479706503a46461746191a26f6ba2696400a36e7370a12f"));

        Assert.Equal("""2["answer","ok"]""", Read(await client.NextAsync()).Text);
    }

    [Fact]
    public async Task Half_a_character_that_is_passed_on_is_replaced_as_the_format_has_no_such_thing()
    {
        using var cut = System.Text.Json.JsonDocument.Parse("""{"\ud83d\ude00\udc00":"caf\u00e9 \ud83d"}""");
        var client = _world.Connect().SendBinary(Convert.FromHexString("82a47479706500a36e7370a12f"));
        await client.NextAsync();

        await _world.Directory.Of("/").EmitAsync("said", cut.RootElement);

        Assert.Equal("""2["said",{"\uD83D\uDE00\uFFFD":"caf\u00E9 \uFFFD"}]""", Read(await client.NextAsync()).Text);
    }

    [Fact]
    public async Task A_text_closes_the_connection()
        => Assert.Equal(EngineIOCloseReason.ForcedClose, await _world.Connect().Send("0").ClosedAsync());

    private static (string Text, IReadOnlyList<ReadOnlyMemory<byte>>? Attachments) Read(string sent)
    {
        Assert.True(MessagePackPacket.TryRead(Convert.FromHexString(sent[2..]), 10, 64, out var text, out var attachments));
        return (System.Text.Encoding.UTF8.GetString(text), attachments);
    }
}
