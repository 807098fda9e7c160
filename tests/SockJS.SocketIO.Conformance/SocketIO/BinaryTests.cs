using System.Globalization;

namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Bytes among the arguments: placeholders in the header, and what they stand for behind it.</summary>
public sealed class BinaryTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string First = """{"_placeholder":true,"num":0}""";
    private const string Second = """{"_placeholder":true,"num":1}""";

    [Fact]
    public async Task Bytes_come_back_as_bytes()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"452-[\"message\",{First},{Second}]");
        await socket.SendAsync([1, 2, 3]);
        await socket.SendAsync([4, 5, 6]);

        Assert.Equal([$"452-[\"message-back\",{First},{Second}]", "0x010203", "0x040506"], await socket.ReadAsync(3));
    }

    [Fact]
    public async Task Bytes_within_arguments_come_back_where_they_were()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("452-[\"message\",{\"a\":[1,{\"b\":" + First + "}]},\"x\"," + Second + "]");
        await socket.SendAsync([1, 2, 3]);
        await socket.SendAsync([]);

        Assert.Equal(["452-[\"message-back\",{\"a\":[1,{\"b\":" + First + "}]},\"x\"," + Second + "]", "0x010203", "0x"], await socket.ReadAsync(3));
    }

    [Fact]
    public async Task An_answer_may_hold_bytes()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"452-789[\"message-with-ack\",{First},{Second}]");
        await socket.SendAsync([1, 2, 3]);
        await socket.SendAsync([4, 5, 6]);

        Assert.Equal([$"462-789[{First},{Second}]", "0x010203", "0x040506"], await socket.ReadAsync(3));
    }

    [Fact]
    public async Task Over_polling_they_are_Base64()
    {
        var session = await EnginePolling.JoinAsync(Server);

        await session.SendAsync($"452-[\"message\",{First},{Second}]", "bAQID", "bBAUG");

        Assert.Equal([$"452-[\"message-back\",{First},{Second}]", "bAQID", "bBAUG"], await session.ReadAsync(3));
    }

    [Fact]
    public async Task They_may_come_in_a_payload_of_their_own()
    {
        var session = await EnginePolling.JoinAsync(Server);
        await session.SendAsync($"451-[\"message\",{First}]");

        await session.SendAsync("bAQID", "42[\"message\",1]");

        Assert.Equal([$"451-[\"message-back\",{First}]", "bAQID", "42[\"message-back\",1]"], await session.ReadAsync(3));
    }

    [Fact]
    public async Task Placeholders_in_any_order_find_their_bytes()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"452-[\"message\",{Second},{First}]");
        await socket.SendAsync([1]);
        await socket.SendAsync([2]);

        Assert.Equal("[\"message-back\",\"0x02\",\"0x01\"]", await ReadEventAsync(socket));
    }

    [Fact]
    public async Task Ten_attachments_are_taken()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync("4510-[\"message\"," + string.Join(',', Enumerable.Range(0, 10).Select(i => $$"""{"_placeholder":true,"num":{{i}}}""")) + "]");
        for (byte i = 0; i < 10; i++)
            await socket.SendAsync([i]);

        var packets = await socket.ReadAsync(11);

        Assert.StartsWith("4510-[\"message-back\",", packets[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"0x{i:x2}"), packets.Skip(1));
    }

    [Fact]
    public async Task Bytes_may_be_referred_to_twice()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"451-[\"message\",{First},{First}]");
        await socket.SendAsync([7]);

        Assert.Equal("[\"message-back\",\"0x07\",\"0x07\"]", await ReadEventAsync(socket));
    }

    [Fact]
    public async Task Bytes_that_nothing_refers_to_do_no_harm()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("451-[\"message\",1]");
        await socket.SendAsync([7]);

        Assert.Equal("[\"message-back\",1]", await ReadEventAsync(socket));
    }

    [Theory]
    [InlineData("""{"_placeholder":1,"num":0}""")]
    [InlineData("""{"_placeholder":"true","num":0}""")]
    [InlineData("""{"num":0}""")]
    public async Task What_is_only_like_a_placeholder_is_an_object(string argument)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($"451-[\"message\",{argument}]");
        await socket.SendAsync([7]);

        Assert.Equal($"[\"message-back\",{argument}]", await ReadEventAsync(socket));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("\"0\"")]
    [InlineData("null")]
    [InlineData("[0]")]
    [InlineData("{\"valueOf\":0}")]
    [InlineData("18446744073709551616")]
    public async Task A_placeholder_for_nothing_closes_the_connection(string number)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync($$"""451-["message",{"_placeholder":true,"num":{{number}}}]""");
        await socket.SendAsync([7]);

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    [UnlikeNode("It hands out nothing in place of the bytes.")]
    public async Task A_placeholder_with_a_fraction_closes_the_connection()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("""451-["message",{"_placeholder":true,"num":0.5}]""");
        await socket.SendAsync([7]);

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    public async Task A_placeholder_without_a_number_closes_the_connection()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("""451-["message",{"_placeholder":true}]""");
        await socket.SendAsync([7]);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("42[\"message\",1]")]
    [InlineData("40/custom,")]
    [InlineData("41")]
    public async Task Text_among_the_bytes_closes_the_connection(string text)
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync($"452-[\"message\",{First},{Second}]");
        await socket.SendAsync([1]);

        await socket.SendAsync(text);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_without_a_header_close_the_connection(bool afterAnEvent)
    {
        var socket = await EngineSocket.JoinAsync(Server);
        if (afterAnEvent)
        {
            await socket.SendAsync($"451-[\"message\",{First}]");
            await socket.SendAsync([1]);
            await socket.ReadAsync(2);
        }

        await socket.SendAsync([1]);

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    public async Task A_heartbeat_among_the_bytes_is_no_text_among_them()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync($"451-[\"message\",{First}]");

        await socket.SendAsync("3");
        await socket.SendAsync([7]);

        Assert.Equal([$"451-[\"message-back\",{First}]", "0x07"], await socket.ReadAsync(2));
    }

    [Fact]
    public async Task Bytes_and_texts_keep_their_order()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        for (byte i = 0; i < 100; i++)
        {
            await socket.SendAsync($"42[\"message\",{i}]");
            await socket.SendAsync($"451-[\"message\",{First}]");
            await socket.SendAsync([i]);
        }

        for (byte i = 0; i < 100; i++)
            Assert.Equal([$"42[\"message-back\",{i}]", $"451-[\"message-back\",{First}]", $"0x{i:x2}"], await socket.ReadAsync(3));
    }

    /// <summary>Reads an event with its bytes where they belong. How they are numbered is the server's affair, and whether some belong nowhere.</summary>
    private static async Task<string> ReadEventAsync(EngineSocket socket)
    {
        var header = await socket.ReadAsync();
        Assert.StartsWith("4", header, StringComparison.Ordinal);
        var json = header[header.IndexOf('[', StringComparison.Ordinal)..];
        if (header[1] != '5')
            return json;
        var count = int.Parse(header.AsSpan(2, header.IndexOf('-', StringComparison.Ordinal) - 2), CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
            json = json.Replace($$"""{"_placeholder":true,"num":{{i}}}""", $"\"{await socket.ReadAsync()}\"", StringComparison.Ordinal);
        return json;
    }
}
