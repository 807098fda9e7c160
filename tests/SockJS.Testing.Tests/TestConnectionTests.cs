namespace SockJS.Testing.Tests;

/// <summary>Handlers called without a server.</summary>
public sealed class TestConnectionTests
{
    [Fact]
    public async Task It_keeps_what_was_sent()
    {
        var connection = new SockJSTestConnection();
        await connection.SendAsync("one");
        Assert.True(connection.TrySend(SockJSMessage.FromUtf8("two"u8.ToArray())));
        await connection.SendAsync("point", new { X = 1 });

        Assert.Equal(["one", "two", """{"type":"point","data":{"x":1}}"""], connection.Sent);
    }

    [Fact]
    public async Task It_keeps_how_it_was_closed_and_sends_no_more()
    {
        var connection = new SockJSTestConnection();
        Assert.Null(connection.ClosedWith);
        await connection.CloseAsync(4001, "enough");
        await connection.CloseAsync(4002, "more than enough");

        Assert.Equal(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 4001, "enough"), connection.ClosedWith);
        Assert.True(connection.Closed.IsCancellationRequested);
        Assert.False(connection.TrySend("late"));
        await Assert.ThrowsAsync<SockJSConnectionClosedException>(async () => await connection.SendAsync("late"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await connection.CloseAsync(1001, ""));
    }

    [Fact]
    public async Task It_is_in_groups_until_it_ends()
    {
        var connection = new SockJSTestConnection();
        Assert.True(await connection.JoinAsync("one"));
        Assert.False(await connection.JoinAsync("one"));
        Assert.True(await connection.JoinAsync("two"));
        Assert.True(await connection.LeaveAsync("one"));
        Assert.Equal(["two"], connection.Groups);
        connection.Lose();

        Assert.Empty(connection.Groups);
        Assert.False(await connection.JoinAsync("three"));
        Assert.Equal(SockJSCloseKind.Lost, connection.ClosedWith?.Kind);
    }

    [Fact]
    public async Task A_handler_reads_what_the_client_sends_to_the_end()
    {
        var connection = new SockJSTestConnection();
        var handling = Support.TestHost.EchoAsync(connection);
        Assert.True(connection.Receive("one"));
        Assert.True(connection.Receive("two"));
        while (connection.Sent.Count < 2)
            await Task.Delay(1);
        connection.Lose();
        await handling.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["one", "two"], connection.Sent);
        Assert.False(connection.Receive("three"));
    }
}
