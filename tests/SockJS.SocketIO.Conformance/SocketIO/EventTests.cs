namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Events and their arguments.</summary>
public sealed class EventTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    public static TheoryData<string> Arguments { get; } =
    [
        """1,"2",{"3":true}""", "null", "true,false", "0", "-1.5", "0.1", "1e-7", "9007199254740991", "\"\"", "[]", "{}", "[[],[[]],{\"a\":[]}]",
        """{"_placeholder":true,"num":0}""", """{"__proto__":1}""", """{"toString":1,"constructor":{"a":2}}""", "\"a\\u001eb\"", "\"a\\\"b\\\\c\\n\"",
        "\"4abc,1-[]\"", """{"type":"Buffer","data":[1,2]}""", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20",
    ];

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task An_event_comes_back_with_its_arguments(string arguments)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"42[\"message\",{arguments}]");

        Json.AssertEqual($"[\"message-back\",{arguments}]", await ReadEventAsync(socket));
    }

    [Fact]
    public async Task An_event_without_arguments_is_its_name()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("42[\"message\"]");

        Assert.Equal("42[\"message-back\"]", await socket.ReadAsync());
    }

    [Theory]
    [InlineData("\"é € 😀 \u2028\"")]
    [InlineData("\"\\u00e9 \\u20ac \\ud83d\\ude00\"")]
    public async Task Text_of_any_language_comes_back(string text)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"42[\"message\",{text}]");

        Json.AssertEqual($"[\"message-back\",{text}]", await ReadEventAsync(socket));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("12345678901234567890123")]
    [InlineData("0.10000000000000000001")]
    [InlineData("1E3")]
    [InlineData("-0")]
    [UnlikeNode("It knows no numbers but those of JavaScript.")]
    public async Task A_number_comes_back_to_the_letter(string number)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"42[\"message\",{number}]");

        Assert.Equal($"42[\"message-back\",{number}]", await socket.ReadAsync());
    }

    [Theory]
    [InlineData("42[\"nobody-listens\",1]")]
    [InlineData("421[\"nobody-listens\",1]")]
    [InlineData("42[\"toString\"]")]
    [InlineData("42[\"__proto__\"]")]
    [InlineData("42[\"\"]")]
    [InlineData("42[1,2]")]
    [InlineData("4399[]")]
    [InlineData("4399[1]")]
    [InlineData("430[]")]
    public async Task An_event_that_nobody_listens_to_and_an_answer_that_nobody_waits_for_are_ignored(string packet)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);

        await socket.SendAsync("42[\"message\"]");
        Assert.Equal("42[\"message-back\"]", await socket.ReadAsync());
    }

    [Fact]
    public async Task The_default_namespace_may_be_named()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("42/,[\"message\",1]");
        Assert.Equal("42[\"message-back\",1]", await socket.ReadAsync());

        await socket.SendAsync("42/,7[\"message-with-ack\",1]");
        Assert.Equal("437[1]", await socket.ReadAsync());
    }

    [Fact]
    public async Task Five_hundred_events_come_back_in_order()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        for (var i = 0; i < 500; i++)
            await socket.SendAsync($"42[\"message\",{i}]");

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"42[\"message-back\",{i}]"), await socket.ReadAsync(500));
    }

    [Fact]
    public async Task Events_in_one_payload_over_polling_come_back_in_order()
    {
        var session = await EnginePolling.JoinAsync(Server);
        await session.SendAsync([.. Enumerable.Range(0, 100).Select(i => $"42[\"message\",{i}]")]);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"42[\"message-back\",{i}]"), await session.ReadAsync(100));
    }

    private static async Task<string> ReadEventAsync(EngineSocket socket)
    {
        var packet = await socket.ReadAsync();
        Assert.StartsWith("42", packet, StringComparison.Ordinal);
        return packet[2..];
    }
}
