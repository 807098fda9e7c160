using System.Globalization;
using System.Text;
using System.Text.Json;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionRaceTests
{
    [Fact]
    public async Task Of_fifty_receivers_that_race_one_is_attached()
    {
        using var world = new SessionWorld();
        await Race.RepeatAsync(async () =>
        {
            var session = world.Open();
            var sinks = Enumerable.Range(0, 50).Select(_ => new RecordingSink(yields: true)).ToArray();
            var results = await Race.TogetherAsync(5, thread => Enumerable.Range(10 * thread, 10)
                .Select(i => session.Attach(sinks[i], SessionWorld.Nobody, out _))
                .ToArray());

            Assert.Single(results.SelectMany(static result => result), AttachResult.Attached);
            var attached = Assert.Single(sinks, static sink => sink.Frames.Count > 0);
            session.Lost(attached);
            await attached.Ended.SoonAsync();
            Assert.Null(attached.Violation);
        });
    }

    [Fact]
    public async Task Every_accepted_message_arrives_once_and_in_order_over_receivers_that_come_and_go()
    {
        using var world = new SessionWorld(static options => options.SendBufferMessages = 10);
        var session = await world.ConnectPollAsync();
        var sending = Task.Run(async () =>
        {
            var sent = 0;
            await Race.RepeatAsync(async () => await session.SendAsync((sent++).ToString(CultureInfo.InvariantCulture)));
            await session.CloseAsync();
            return sent;
        });
        var received = new List<string>();
        for (var closed = false; !closed;)
        {
            var sink = new RecordingSink(takes: 1 + (received.Count % 3), yields: received.Count % 2 == 0);
            world.Attach(session, sink);
            await sink.Ended.SoonAsync();
            Assert.Null(sink.Violation);
            received.AddRange(sink.Messages);
            closed = sink.Frames[^1][0] == 'c';
        }

        Assert.Equal(Enumerable.Range(0, await sending).Select(static i => $"{i}"), received);
    }

    [Fact]
    public async Task Several_senders_each_keep_their_order()
    {
        using var world = new SessionWorld(static options => options.SendBufferMessages = 10);
        var (session, sink) = await world.ConnectAsync();
        var sent = await Race.TogetherAsync(4, async thread =>
        {
            var sent = 0;
            await Race.RepeatAsync(async () => await session.SendAsync($"{thread}:{sent++}"));
            return sent;
        });
        await session.CloseAsync();
        await sink.Ended.SoonAsync();

        var messages = sink.Messages.ToLookup(static message => message[0] - '0');
        for (var thread = 0; thread < sent.Length; thread++)
            Assert.Equal(Enumerable.Range(0, sent[thread]).Select(i => $"{thread}:{i}"), messages[thread]);
    }

    [Fact]
    public async Task A_close_among_sends_lets_all_that_was_accepted_go_first()
    {
        using var world = new SessionWorld(static options => options.SendBufferMessages = 3);
        await Race.RepeatAsync(async () =>
        {
            var session = world.OpenSocket();
            var sink = new RecordingSink(SockJSTransports.WebSocket, yields: true);
            world.Attach(session, sink);
            var accepted = await Race.TogetherAsync(4, async thread =>
            {
                if (thread > 0)
                    return await SendUntilClosedAsync(session);
                await Eventually.TrueAsync(() => sink.Frames.Count > 3);
                await session.CloseAsync();
                return 0;
            });

            await sink.Ended.SoonAsync();
            Assert.Null(sink.Violation);
            Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
            Assert.Equal(accepted.Sum(), sink.Messages.Count);
        });
        await Eventually.TrueAsync(() => world.SessionCount == 0);
    }

    [Fact]
    public async Task A_drop_among_a_post_and_a_close_ends_everything_once()
    {
        using var world = new SessionWorld(
            static options =>
            {
                options.SendBufferMessages = 4;
                options.ReceiveBufferMessages = 4;
            },
            static (connection, journal) => journal.Handling = async text =>
            {
                await connection.SendAsync(text);
                await Task.Yield();
                await connection.SendAsync(text);
            });
        var payload = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Enumerable.Range(0, 20).Select(static i => $"{i}")));
        var sessions = new List<SockJSSession>();
        await Race.RepeatAsync(async () =>
        {
            var session = world.Open();
            sessions.Add(session);
            var sink = new RecordingSink(yields: true);
            world.Attach(session, sink);
            await Race.TogetherAsync(3, async thread =>
            {
                if (thread == 0)
                    return await session.ReceiveAsync(payload).SoonAsync();
                if (thread == 1)
                    session.Lost(sink);
                else
                    await session.CloseAsync();
                return true;
            });

            session.Lost(sink);
            await sink.Ended.SoonAsync();
            Assert.Null(sink.Violation);
        });

        world.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(0, world.SessionCount);
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.All(sessions.Select(world.JournalOf).Where(static journal => journal.Entries.Count > 0), static journal =>
        {
            Assert.Equal("open", journal.Entries[0]);
            Assert.StartsWith("closed", journal.Entries[^1], StringComparison.Ordinal);
            Assert.Single(journal.Entries, static entry => entry.StartsWith("closed", StringComparison.Ordinal));
        });
    }

    private static async Task<int> SendUntilClosedAsync(SockJSSession session)
    {
        for (var accepted = 0; ; accepted++)
        {
            try
            {
                await session.SendAsync("message");
            }
            catch (SockJSConnectionClosedException)
            {
                return accepted;
            }
        }
    }
}
