namespace SockJS.SocketIO.Conformance.ClientSuites;

/// <summary>What the suite of the Socket.IO client asks of its server.</summary>
public sealed class SocketIOSuiteTests(ClientSuiteServer fixture) : ProtocolTest<ClientSuiteServer>(fixture)
{
    private const string Placeholder = """{"_placeholder":true,"num":0}""";

    /// <summary>What to send, and what comes of it.</summary>
    public static TheoryData<string, string> Conversations { get; } = new()
    {
        { """42["hi"]""", """^42\["hi"(,"[^"]+")?\]$""" },
        { """421["echo",null]""", """^431\[null\]$""" },
        { """422["echo",{"a":[1,"b"]}]""", """^432\[\{"a":\[1,"b"\]\}\]$""" },
        { """42["ack"]""", """^42[0-9]+\["ack"\]$""" },
        { """423["getAckDate",1]""", """^433\["[0-9-]{10}T[0-9:]{8}\.[0-9]{3}Z"\]$""" },
        { """42["getDate"]""", """^42\["takeDate","[0-9-]{10}T[0-9:]{8}\.[0-9]{3}Z"(,"[^"]+")?\]$""" },
        { """42["getDateObj"]""", """^42\["takeDateObj",\{"date":"[0-9-]{10}T[0-9:]{8}\.[0-9]{3}Z"\}(,"[^"]+")?\]$""" },
        { """42["getUtf8"]""", """^42\["takeUtf8","(てすと|\\u3066\\u3059\\u3068)"(,"[^"]+")?\]$""" },
        { """42["false"]""", """^42\["false",false(,"[^"]+")?\]$""" },
        { """42["doge"]""", """^451-\["doge",\{"_placeholder":true,"num":0\}(,"[^"]+")?\]$""" },
        { """42["getbin"]""", """^451-\["takebin",\{"_placeholder":true,"num":0\}(,"[^"]+")?\]$""" },
        { """424["getId"]""", """^434\["[A-Za-z0-9_-]{20}"\]$""" },
    };

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task It_answers_as_the_suite_expects(string packet, string answer)
    {
        var socket = await JoinAsync();

        await socket.SendAsync(packet);

        Assert.Matches(answer, await ReadAsync(socket));
    }

    [Theory]
    [InlineData("""451-["buffa",{"_placeholder":true,"num":0}]""", "buffack")]
    [InlineData("""451-["jsonbuff",{"hello":"lol","message":{"_placeholder":true,"num":0},"goodbye":"gotcha"}]""", "jsonbuff-ack")]
    [InlineData("""451-["blob",{"_placeholder":true,"num":0}]""", "back")]
    [InlineData("""451-["jsonblob",{"hello":"lol","message":{"_placeholder":true,"num":0},"goodbye":"gotcha"}]""", "jsonblob-ack")]
    public async Task It_knows_bytes_when_it_sees_them(string packet, string answer)
    {
        var socket = await JoinAsync();

        await socket.SendAsync(packet);
        await socket.SendAsync([1, 2, 3]);

        Assert.StartsWith($"42[\"{answer}\"", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_bytes_and_what_follows_in_order()
    {
        var socket = await JoinAsync();

        await socket.SendAsync($"451-[\"abuff1\",{Placeholder}]");
        await socket.SendAsync([1]);
        await socket.SendAsync("42[\"abuff2\"]");

        Assert.StartsWith("42[\"abuff2-ack\"", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_what_browsers_send_as_blobs_in_order()
    {
        var socket = await JoinAsync();

        await socket.SendAsync($"451-[\"blob3\",{Placeholder}]");
        await socket.SendAsync([3]);
        await socket.SendAsync($"451-[\"blob1\",{Placeholder}]");
        await socket.SendAsync([1]);
        await socket.SendAsync("42[\"blob2\",\"second\"]");
        await socket.SendAsync("42[\"false\"]");
        Assert.StartsWith("42[\"false\"", await ReadAsync(socket), StringComparison.Ordinal);
        await socket.SendAsync($"451-[\"blob3\",{Placeholder}]");
        await socket.SendAsync([3]);

        Assert.StartsWith("42[\"blob3-ack\"", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_for_an_answer_and_is_content_with_the_right_one()
    {
        var socket = await JoinAsync();
        await socket.SendAsync("42[\"ack\"]");
        var question = await ReadAsync(socket);
        Assert.EndsWith("[\"ack\"]", question, StringComparison.Ordinal);

        await socket.SendAsync($"43{question[2..^7]}[5,{{\"test\":true}}]");

        Assert.StartsWith("42[\"got it\"", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_again_though_it_has_no_answer_yet()
    {
        var socket = await JoinAsync();

        await socket.SendAsync("420[\"ack\"]");
        await socket.SendAsync("421[\"ack\"]");

        Assert.EndsWith("[\"ack\"]", await ReadAsync(socket), StringComparison.Ordinal);
        Assert.EndsWith("[\"ack\"]", await ReadAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    [UnlikeNode("Its handler has no function to call, and the process ends.")]
    public async Task An_echo_without_an_id_is_no_error()
    {
        var socket = await JoinAsync();

        await socket.SendAsync("42[\"echo\",1]");
        await socket.SendAsync("421[\"echo\",2]");

        Assert.Equal("431[2]", await ReadAsync(socket));
    }

    [Fact]
    public async Task It_refuses_by_the_query_and_by_the_namespace()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO, "&fail=true");

        await socket.SendAsync("40");
        await socket.SendAsync("40/no,");

        Assert.Equal(
            ["""44/no,{"message":"Auth failed (custom namespace)"}""", """44{"message":"Auth failed (main namespace)"}"""],
            new[] { await ReadAsync(socket), await ReadAsync(socket) }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_tells_a_client_its_handshake()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO, "&key1=%26%3D%20%C3%A9");
        await socket.SendAsync("40/abc,{\"a\":\"b\"}");

        Assert.Matches("^40/abc,\\{\"sid\":\"[^\"]{20}\",\"pid\":\"[^\"]+\"\\}$", await ReadAsync(socket));
        var handshake = await ReadAsync(socket);
        Assert.StartsWith("42/abc,[\"handshake\",{", handshake, StringComparison.Ordinal);
        Assert.Matches("\"key1\":\"(&|\\\\u0026)= (é|\\\\u00e9)\"", handshake);
        Assert.Contains("\"auth\":{\"a\":\"b\"}", handshake, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_was_cut_off_is_the_same_again_and_gets_what_it_has_missed()
    {
        var first = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await first.SendAsync("40");
        var joined = Json.Parse((await first.ReadAsync())[2..]);
        await first.SendAsync("42[\"hi\"]");
        var offset = Json.Parse((await ReadAsync(first))[2..])[1]!.GetValue<string>();
        first.WebSocket.Reset();

        EngineSocket? second = null;
        string reply = "";
        await Eventually.IsTrueAsync(async () =>
        {
            second = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
            await second.SendAsync($$"""40{"pid":{{joined["pid"]!.ToJsonString()}},"offset":"{{offset}}"}""");
            reply = await ReadAsync(second);
            return reply.Contains(joined["sid"]!.GetValue<string>(), StringComparison.Ordinal);
        });

        Json.AssertEqual(joined.ToJsonString(), reply[2..]);
    }

    [Theory]
    [InlineData("""{"pid":{},"offset":[]}""")]
    [InlineData("""{"pid":"a","offset":"b"}""")]
    [InlineData("""{"pid":null,"offset":1}""")]
    [InlineData("""{"pid":"__proto__","offset":"__proto__"}""")]
    public async Task Nobody_is_recovered_who_makes_it_up(string auth)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync("40" + auth);

        Assert.Matches("^40\\{\"sid\":\"[^\"]{20}\",\"pid\":\"[^\"]+\"\\}$", await ReadAsync(socket));
    }

    private async Task<EngineSocket> JoinAsync()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await socket.SendAsync("40");
        Assert.StartsWith("40{\"sid\":", await ReadAsync(socket), StringComparison.Ordinal);
        return socket;
    }

    private static async Task<string> ReadAsync(EngineSocket socket)
    {
        while (true)
        {
            var packet = await socket.ReadAsync();
            if (packet != "2")
                return packet;
            await socket.SendAsync("3");
        }
    }
}
