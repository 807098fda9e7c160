using System.Globalization;

namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Packets that are none. Each closes the connection of its sender, and no other.</summary>
public sealed class PacketTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    public static TheoryData<string> Invalid { get; } =
    [
        "4", "4abc", "47", "48[\"message\"]", "49", "4-1", "4{}", "4 2[\"message\"]",
        "40[]", "40\"x\"", "40null", "40true", "40{", "40{}x", "40/custom,[]",
        "41{}", "41\"x\"", "41[]", "41/custom,{}",
        "42{}", "42\"x\"", "42null", "42[]", "42[null]", "42[true]", "42[{}]", "42[[\"message\"]]", "42[{\"toString\":1}]",
        "42[\"message\"", "42[\"message\"]x", "42[\"message\",]", "42[\"message\",01]", "42[\"message\",'a']", "42[\"mess\u0001age\"]",
        "42abc[\"message-with-ack\",1]", "42-1[\"message-with-ack\",1]", "421.5[\"message-with-ack\",1]", "42+1[\"message-with-ack\",1]",
        "42[\"connect\"]", "42[\"connect_error\"]", "42[\"disconnect\"]", "42[\"disconnecting\"]", "42[\"newListener\"]", "42[\"removeListener\"]",
        "431{}", "431\"x\"", "431null", "43{}",
        "45[\"message\"]", "45-[\"message\"]", "450-[\"message\"]", "45-1-[\"message\"]", "451.5-[\"message\"]", "45a-[\"message\"]", "451[\"message\"]",
        "4511-[\"message\"]", "4599999999999999999999-[\"message\"]",
        "460-1[]", "46-1[]", "4611-1[]",
    ];

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task An_invalid_packet_closes_the_connection(string packet)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("451e1-[\"message\"]")]
    [InlineData("450x1-[\"message\"]")]
    [UnlikeNode("It reads the count as JavaScript reads any number.")]
    public async Task A_count_of_attachments_that_is_not_made_of_digits_closes_the_connection(string packet)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("42")]
    [InlineData("421")]
    [InlineData("42/,")]
    [InlineData("431")]
    [UnlikeNode("It lets packets without their payload pass, and does nothing.")]
    public async Task A_packet_without_its_payload_closes_the_connection(string packet)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    [UnlikeNode("It rounds the id, and answers with another.")]
    public async Task An_ack_id_of_more_than_sixty_four_bits_closes_the_connection()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("4218446744073709551616[\"message-with-ack\"]");

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("42[\"message\",", '[', ']', "]")]
    [InlineData("421[\"message-with-ack\",", '[', ']', "]")]
    [InlineData("40/custom,{\"a\":", '[', ']', "}")]
    [UnlikeNode("Its process ends, as the stack overflows.")]
    public async Task JSON_that_nests_too_deeply_closes_the_connection_of_its_sender_alone(string head, char open, char close, string tail)
    {
        const int Depth = 100_000;
        var neighbour = await EngineSocket.JoinAsync(Server);
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(head + new string(open, Depth) + new string(close, Depth) + tail);

        await socket.AssertClosesSilentlyAsync();
        await neighbour.SendAsync("42[\"message\",1]");
        Assert.Equal("42[\"message-back\",1]", await neighbour.ReadAsync());
    }

    [Theory]
    [InlineData("4abc")]
    [InlineData("42{}")]
    [InlineData("42abc[\"message-with-ack\",1]")]
    [InlineData("450-[\"message\"]")]
    [InlineData("bAQID")]
    public async Task Over_polling_an_invalid_packet_closes_the_session(string packet)
    {
        var session = await EnginePolling.JoinAsync(Server);
        var poll = await session.StartPollAsync();

        await session.PostAsync(packet);

        Assert.Equal("1", (await poll.ReplyAsync()).Body);
        await session.AssertClosedAsync();
    }

    [Fact]
    public async Task A_session_that_the_server_closes_says_so_to_the_next_poll_and_is_unknown_then()
    {
        var session = await EnginePolling.JoinAsync(Server);

        await session.SendAsync("42[\"message\",1]", "4abc");

        var packets = new List<string>();
        while (packets.Count < 2)
            packets.AddRange(await session.PollAsync());
        Assert.Equal(["42[\"message-back\",1]", "1"], packets);
        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_first_packet_that_is_invalid_closes_the_connection()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync("4abc");

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    public async Task Forty_clients_that_are_closed_for_nonsense_harm_no_other()
    {
        var neighbour = await EngineSocket.JoinAsync(Server);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var socket = await EngineSocket.JoinAsync(Server);
            await socket.SendAsync(((ITheoryDataRow)Invalid.ElementAt(i)).GetData()[0]!.ToString()!);
            await socket.AssertClosesSilentlyAsync();
        }));

        for (var i = 0; i < 10; i++)
        {
            await neighbour.SendAsync(string.Create(CultureInfo.InvariantCulture, $"42{i}[\"message-with-ack\",{i}]"));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"43{i}[{i}]"), await neighbour.ReadAsync());
        }
    }
}
