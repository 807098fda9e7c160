using System.Net;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionLimitsTests
{
    [Fact]
    public void A_user_has_so_many_sessions_and_others_have_theirs()
    {
        var limits = Limits(user: 2);
        Assert.Equal(SessionRefusal.None, limits.TryTake("ann", null, out var first));
        Assert.Equal(SessionRefusal.None, limits.TryTake("ann", null, out _));
        Assert.Equal(SessionRefusal.UserLimit, limits.TryTake("ann", null, out _));
        Assert.Equal(SessionRefusal.None, limits.TryTake("bob", null, out _));

        limits.Return(first);
        Assert.Equal(SessionRefusal.None, limits.TryTake("ann", null, out _));
        Assert.Equal(4 - 1, limits.Taken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Who_has_no_name_is_not_counted_as_a_user(string? user)
    {
        var limits = Limits(user: 1);
        for (var i = 0; i < 3; i++)
            Assert.Equal(SessionRefusal.None, limits.TryTake(user, null, out _));
        Assert.Equal((0, 0), limits.Kept);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("fe80::1%3", "fe80::2%4", true)]
    [InlineData("0.0.0.1", "::1", false)]
    [InlineData("0.0.0.0", "::", false)]
    public void Addresses_are_counted_by_what_one_client_has(string one, string other, bool same)
    {
        var limits = Limits(address: 1);
        limits.TryTake(null, IPAddress.Parse(one), out _);

        Assert.Equal(same ? SessionRefusal.AddressLimit : SessionRefusal.None, limits.TryTake(null, IPAddress.Parse(other), out _));
    }

    [Fact]
    public void A_client_without_an_address_is_not_counted_as_one()
    {
        var limits = Limits(address: 1);
        for (var i = 0; i < 3; i++)
            Assert.Equal(SessionRefusal.None, limits.TryTake(null, null, out _));
    }

    [Fact]
    public void A_refusal_takes_nothing()
    {
        var limits = Limits(user: 1, address: 1, all: 10);
        limits.TryTake("ann", IPAddress.Loopback, out var place);
        Assert.Equal(SessionRefusal.UserLimit, limits.TryTake("ann", IPAddress.IPv6Loopback, out _));
        Assert.Equal(SessionRefusal.AddressLimit, limits.TryTake("bob", IPAddress.Loopback, out _));
        Assert.Equal((1, 1), limits.Kept);
        Assert.Equal(1, limits.Taken);

        limits.Return(place);
        Assert.Equal((0, 0), limits.Kept);
        Assert.Equal(0, limits.Taken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_comes_and_goes_the_counts_are_those_of_a_plain_list(int seed)
    {
        var random = new Random(seed);
        var limits = Limits(user: 3, address: 4, all: 9);
        var taken = new List<(string? User, byte Address, SessionPlace? Place)>();
        for (var i = 0; i < 5_000; i++)
        {
            if (random.Next(5) < 2 && taken.Count > 0)
            {
                var index = random.Next(taken.Count);
                limits.Return(taken[index].Place);
                taken.RemoveAt(index);
            }
            else
            {
                var (user, address) = (random.Next(5) is > 0 and var name ? $"user{name}" : null, (byte)random.Next(4));
                var expected = taken.Count == 9 ? SessionRefusal.EndpointFull
                    : user is not null && taken.Count(one => one.User == user) == 3 ? SessionRefusal.UserLimit
                    : taken.Count(one => one.Address == address) == 4 ? SessionRefusal.AddressLimit
                    : SessionRefusal.None;
                Assert.Equal(expected, limits.TryTake(user, new IPAddress([192, 0, 2, address]), out var place));
                if (expected == SessionRefusal.None)
                    taken.Add((user, address, place));
            }

            Assert.Equal(taken.Count, limits.Taken);
            Assert.Equal((taken.Where(static one => one.User is not null).DistinctBy(static one => one.User).Count(), taken.DistinctBy(static one => one.Address).Count()), limits.Kept);
        }
    }

    [Fact]
    public async Task Threads_never_get_more_than_there_is_and_leave_nothing_behind()
    {
        var limits = Limits(user: 2, address: 3, all: 4);
        await Race.RepeatAsync(async () =>
        {
            var (all, ann, here) = (new Peak(), new Peak(), new Peak());
            var refused = await Race.TogetherAsync(6, thread =>
            {
                var refused = 0;
                var (user, address) = (thread % 2 == 0 ? "ann" : $"user{thread}", thread < 4 ? IPAddress.Loopback : IPAddress.Any);
                for (var i = 0; i < 300; i++)
                {
                    if (limits.TryTake(user, address, out var place) != SessionRefusal.None)
                    {
                        refused++;
                        continue;
                    }

                    all.Enter();
                    ann.Enter(user == "ann");
                    here.Enter(address == IPAddress.Loopback);
                    Thread.SpinWait(20);
                    here.Leave(address == IPAddress.Loopback);
                    ann.Leave(user == "ann");
                    all.Leave();
                    limits.Return(place);
                }

                return refused;
            });

            Assert.InRange(all.Highest, 1, 4);
            Assert.InRange(ann.Highest, 0, 2);
            Assert.InRange(here.Highest, 0, 3);
            Assert.Equal((0, 0, 0), (limits.Taken, limits.Kept.Users, limits.Kept.Networks));
            Assert.Equal(6, refused.Length);
        });
    }

    [Fact]
    public async Task Sessions_that_end_give_back_what_they_took()
    {
        using var world = new SessionWorld(static options => (options.MaxSessionsPerUser, options.MaxSessionsPerAddress) = (1, 1));
        var (first, sink) = await world.ConnectAsync(user: "ann");
        Assert.Null(world.Table.Open("other", SockJSTransports.XhrPolling, SessionWorld.Named("ann"), SessionWorld.Client));
        Assert.Equal("sockjs.endpoint=/test, sockjs.refusal.reason=user_limit", Assert.Single(world.Metrics.Of("sockjs.server.refused_sessions")).TagText);
        first.Lost(sink);

        Assert.NotNull(world.Table.Open("other", SockJSTransports.XhrPolling, SessionWorld.Named("ann"), SessionWorld.Client));
        Assert.Equal(1, world.Table.Limits.Taken);
    }

    [Fact]
    public void The_log_says_once_a_minute_that_sessions_are_refused()
    {
        using var world = new SessionWorld(static options => options.MaxSessions = 1);
        for (var i = 0; i < 4; i++)
            world.Open();
        Assert.Equal((1, 3), Count(world));

        world.Time.Advance(TimeSpan.FromSeconds(59));
        world.Open();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        world.Open();
        Assert.Equal((2, 5), Count(world));
        Assert.Contains(world.Log.Entries, static entry => entry.Message == "Sessions of /test are refused: EndpointFull. This is not said again for a minute.");

        static (int News, int All) Count(SessionWorld world)
            => (world.Log.Entries.Count(static entry => entry.Event.Name == "SessionsRefused"), world.Log.Entries.Count(static entry => entry.Event.Name == "SessionRefused"));
    }

    private static SessionLimits Limits(int? user = null, int? address = null, int all = 100)
        => new(new SockJSOptions { MaxSessions = all, MaxSessionsPerUser = user, MaxSessionsPerAddress = address });

    private sealed class Peak
    {
        private int _now;
        private int _highest;

        public int Highest => _highest;

        public void Enter(bool counts = true)
        {
            if (!counts)
                return;
            var now = Interlocked.Increment(ref _now);
            for (var highest = Volatile.Read(ref _highest); now > highest;)
                highest = Interlocked.CompareExchange(ref _highest, now, highest);
        }

        public void Leave(bool counts = true) => Interlocked.Add(ref _now, counts ? -1 : 0);
    }
}
