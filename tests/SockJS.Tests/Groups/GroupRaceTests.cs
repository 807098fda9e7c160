using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class GroupRaceTests
{
    private static readonly string[] s_groups = ["one", "two", "three"];

    [Fact]
    public async Task Threads_that_join_leave_and_end_leave_neither_closed_members_nor_empty_groups_behind()
    {
        using var world = new SessionWorld();
        await Race.RepeatAsync(async () =>
        {
            var sessions = await ConnectAsync(world, 6);
            await Race.TogetherAsync(4, thread =>
            {
                var random = new Random(thread);
                for (var i = 0; i < 300; i++)
                    Change(world, sessions[random.Next(sessions.Length)].Session, random);
                foreach (var (session, sink) in sessions.Where((_, index) => index % 4 == thread && index < 4))
                    session.Lost(sink);
                return true;
            });

            await Eventually.TrueAsync(() => sessions.Take(4).All(static one => one.Session.Groups.Count == 0));
            foreach (var group in s_groups)
            {
                var members = world.Clients.Groups.MembersOf(group);
                Assert.Equal(members.ToHashSet(), sessions.Select(static one => one.Session).Where(one => one.Groups.Contains(group)).ToHashSet<SockJSConnection>());
                Assert.All(members, static member => Assert.True(member.IsOpen));
            }

            foreach (var (session, sink) in sessions.Skip(4))
                session.Lost(sink);
            await Eventually.TrueAsync(() => world.Clients.Groups.Count == 0);
        });
    }

    [Fact]
    public async Task A_join_that_meets_the_end_of_its_connection_leaves_nothing_behind()
    {
        using var world = new SessionWorld();
        await Race.RepeatAsync(async () =>
        {
            var (session, sink) = await world.ConnectAsync();
            await Race.TogetherAsync(3, thread =>
            {
                if (thread == 0)
                    session.Lost(sink);
                else
                    session.JoinAsync(s_groups[thread]).AsTask().Wait();
                return true;
            });

            await Eventually.TrueAsync(() => world.Clients.Groups.Count == 0);
            Assert.Empty(session.Groups);
        });
    }

    [Fact]
    public async Task Observers_see_each_connection_join_and_leave_by_turns()
    {
        using var world = new SessionWorld();
        var inside = new Dictionary<SockJSConnection, bool>();
        var broken = 0;
        using var joins = world.Clients.Group("one").OnJoin(connection => Note(connection, joined: true));
        using var leaves = world.Clients.Group("one").OnLeave(connection => Note(connection, joined: false));
        await Race.RepeatAsync(async () =>
        {
            var sessions = await ConnectAsync(world, 2);
            await Race.TogetherAsync(4, thread =>
            {
                var random = new Random(thread);
                for (var i = 0; i < 300; i++)
                    Change(world, sessions[random.Next(sessions.Length)].Session, random);
                if (thread < sessions.Length)
                    sessions[thread].Session.Lost(sessions[thread].Sink);
                return true;
            });

            await Eventually.TrueAsync(() =>
            {
                lock (inside)
                    return inside.Values.All(static one => !one);
            });
        });
        Assert.Equal(0, broken);

        void Note(SockJSConnection connection, bool joined)
        {
            lock (inside)
            {
                broken += inside.GetValueOrDefault(connection) == joined ? 1 : 0;
                inside[connection] = joined;
            }
        }
    }

    private static void Change(SessionWorld world, SockJSSession session, Random random)
    {
        var group = s_groups[random.Next(s_groups.Length)];
        var change = random.Next(2) == 0 ? session.JoinAsync(group).AsTask() : session.LeaveAsync(group).AsTask();
        Assert.True(change.IsCompletedSuccessfully);
        if (random.Next(8) == 0)
            Assert.True(world.Clients.Group(group).SendAsync("hello").AsTask().IsCompletedSuccessfully);
    }

    private static async Task<(SockJSSession Session, RecordingSink Sink)[]> ConnectAsync(SessionWorld world, int count)
        => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => world.ConnectAsync()));
}
