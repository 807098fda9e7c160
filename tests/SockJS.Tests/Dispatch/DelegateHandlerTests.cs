using SockJS.Hosting;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dispatch;

public sealed class DelegateHandlerTests
{
    [Fact]
    public async Task A_handler_reads_its_messages_in_order_until_the_connection_closes()
    {
        var received = new List<string>();
        var ended = new TaskCompletionSource();
        using var world = World(async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
                received.Add(message);
            ended.SetResult();
        });
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"one\",\"two\"]"u8.ToArray());
        await session.ReceiveAsync("[\"three\"]"u8.ToArray());
        session.Lost(sink);

        await ended.Task.SoonAsync();
        Assert.Equal(["one", "two", "three"], received);
    }

    [Fact]
    public async Task Answers_to_what_arrives_together_leave_together()
    {
        using var world = World(static async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
                await connection.SendAsync(message);
        });
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"one\",\"two\"]"u8.ToArray());

        Assert.Equal(["o", "a[\"one\",\"two\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_returns_closes_its_connection()
    {
        using var world = World(static async connection => await connection.SendAsync("bye"));
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "a[\"bye\"]", "c[1000,\"Normal closure\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_closed_its_connection_itself_may_return()
    {
        using var world = World(static async connection => await connection.CloseAsync(3000, "Go away!"));
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[3000,\"Go away!\"]"], sink.Frames);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_throws_is_logged_and_its_connection_closed(bool atOnce)
    {
        using var world = World(async _ =>
        {
            if (!atOnce)
                await Task.Yield();
            throw new InvalidOperationException("handler");
        });
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Equal("handler", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task A_handler_may_wait_for_the_end_of_its_connection()
    {
        using var world = World(static connection => Task.Delay(Timeout.Infinite, connection.Closed));
        var (session, sink) = await world.ConnectAsync();
        session.Lost(sink);

        await world.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task A_handler_that_gave_up_reading_by_its_own_token_may_go_on()
    {
        using var impatience = new CancellationTokenSource();
        var received = new List<string>();
        var gaveUp = new TaskCompletionSource();
        using var world = World(async connection =>
        {
            var reading = connection.ReadAllAsync(impatience.Token).GetAsyncEnumerator();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.MoveNextAsync().AsTask());
            gaveUp.SetResult();
            await foreach (var message in connection.ReadAllAsync())
                received.Add(message);
        });
        var (session, sink) = await world.ConnectAsync();
        await impatience.CancelAsync();
        await gaveUp.Task.SoonAsync();
        await session.ReceiveAsync("[\"one\"]"u8.ToArray());
        session.Lost(sink);

        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["one"], received);
    }

    [Fact]
    public async Task The_messages_of_an_endpoint_class_cannot_be_read_away()
    {
        using var world = new SessionWorld();
        var (session, _) = await world.ConnectAsync();

        Assert.Throws<InvalidOperationException>(() => session.ReadAllAsync());
    }

    private static SessionWorld World(Func<SockJSConnection, Task> handler) => new((failures, _) => new DelegateRunner(handler, TestFormats.Default, failures));
}
