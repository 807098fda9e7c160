using System.Text.RegularExpressions;

namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>How a client joins a namespace, and how it is refused.</summary>
public sealed partial class ConnectTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string InvalidNamespace = """{"message":"Invalid namespace"}""";

    [Theory]
    [InlineData("40", "40", "42")]
    [InlineData("40{}", "40", "42")]
    [InlineData("40/,", "40", "42")]
    [InlineData("40/", "40", "42")]
    [InlineData("40/custom,", "40/custom,", "42/custom,")]
    [InlineData("40/custom", "40/custom,", "42/custom,")]
    [InlineData("40/custom,{}", "40/custom,", "42/custom,")]
    public async Task The_reply_holds_an_id_and_comes_before_all_events(string connect, string reply, string events)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync(connect);

        Assert.Matches("^" + Regex.Escape(reply) + """\{"sid":"[A-Za-z0-9_-]{20}"\}$""", await socket.ReadAsync());
        Assert.Equal(events + """["auth",{}]""", await socket.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task The_reply_arrives_before_the_events_and_not_together_with_them()
    {
        var clock = new HeldClock();
        var server = Start(
            services => services.AddSingleton<TimeProvider>(clock).AddSocketIO(),
            static app => app.MapSocketIO("/socket.io", static io => io.Namespace("/", static main => main.OnConnect(static socket => socket.EmitAsync("auth")))));
        var socket = await EngineSocket.OpenAsync(server, EnginePaths.SocketIO);
        await socket.SendAsync("40");

        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
        Assert.True(await socket.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(100)));
        clock.Release();
        Assert.Equal("42[\"auth\"]", await socket.ReadAsync());
    }

    [Theory]
    [InlineData("40", "40{", "42[")]
    [InlineData("40/custom,", "40/custom,{", "42/custom,[")]
    public async Task Over_polling_the_reply_comes_first_too(string connect, string reply, string events)
    {
        var session = await EnginePolling.OpenAsync(Server, EnginePaths.SocketIO);
        await session.SendAsync(connect);

        var packets = await session.ReadAsync(2);

        Assert.StartsWith(reply, packets[0], StringComparison.Ordinal);
        Assert.StartsWith(events, packets[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("40", "42")]
    [InlineData("40/,", "42")]
    [InlineData("40/custom,", "42/custom,")]
    public async Task The_server_reads_the_credentials(string connect, string events)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync(connect + """{"token":"123","list":[1,null,{"a":true}]}""");

        await socket.ReadAsync();
        Assert.Equal(events + """["auth",{"token":"123","list":[1,null,{"a":true}]}]""", await socket.ReadAsync());
    }

    [Fact]
    public async Task Each_namespace_has_an_id_of_its_own_which_is_not_that_of_the_session()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await socket.SendAsync("40");
        await socket.SendAsync("40/custom,");
        var replies = (await socket.ReadAsync(4)).Where(packet => packet.StartsWith("40", StringComparison.Ordinal));

        var ids = replies.Select(reply => Id().Match(reply).Value).ToList();

        Assert.Equal(2, ids.Distinct().Count());
        Assert.DoesNotContain(socket.Sid, ids);
    }

    [Theory]
    [InlineData("/random")]
    [InlineData("/Custom")]
    [InlineData("/custom/")]
    [InlineData("/c%75stom")]
    [InlineData("/custom?token=a")]
    [InlineData("/__proto__")]
    [InlineData("/constructor")]
    [InlineData("/é")]
    public async Task An_unknown_namespace_is_refused_and_the_connection_stays(string name)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync($"40{name},");

        Assert.Equal($"44{name},{InvalidNamespace}", await socket.ReadAsync());
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_implied()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        Assert.True(await socket.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(300)));
    }

    [Theory]
    [InlineData("40")]
    [InlineData("40/custom,")]
    public async Task Joining_twice_closes_the_connection(string connect)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await socket.SendAsync(connect);
        await socket.ReadAsync(2);

        await socket.SendAsync(connect);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("42[\"message\",1]")]
    [InlineData("421[\"message-with-ack\",1]")]
    [InlineData("42/custom,[\"message\",1]")]
    [InlineData("42/random,[\"message\",1]")]
    [InlineData("431[]")]
    [InlineData("43/custom,1[]")]
    [InlineData("41")]
    [InlineData("41/custom,")]
    [InlineData("44{\"message\":\"x\"}")]
    public async Task A_packet_before_joining_closes_the_connection(string packet)
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("42/custom,[\"message\",1]")]
    [InlineData("42/random,[\"message\",1]")]
    [InlineData("451-/random,[\"message\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("43/custom,1[]")]
    [InlineData("461-/custom,1[{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("41/custom,")]
    [InlineData("44/custom,{\"message\":\"x\"}")]
    [InlineData("44{\"message\":\"x\"}")]
    public async Task A_packet_for_another_namespace_than_those_joined_closes_the_connection(string packet)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);
        if (packet[1] is '5' or '6')
            await socket.SendAsync([1]);

        await socket.AssertClosesSilentlyAsync();
    }

    [GeneratedRegex("(?<=\"sid\":\")[^\"]+")]
    private static partial Regex Id();

    /// <summary>A clock whose timers are not due before it is released, and then at once.</summary>
    private sealed class HeldClock : TimeProvider
    {
        private readonly List<ITimer> _timers = [];
        private bool _isReleased;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_timers)
            {
                var timer = base.CreateTimer(callback, state, _isReleased ? dueTime : Timeout.InfiniteTimeSpan, period);
                _timers.Add(timer);
                return timer;
            }
        }

        public void Release()
        {
            lock (_timers)
            {
                _isReleased = true;
                foreach (var timer in _timers)
                    timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
