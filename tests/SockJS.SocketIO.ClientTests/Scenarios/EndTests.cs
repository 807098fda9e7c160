using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

/// <summary>How connections end, and how clients come back.</summary>
public sealed class EndTests(Browser browser, TestServer server) : ClientTest(browser, server)
{
    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_client_that_is_cut_off_comes_back_as_another_and_sends_what_it_has_kept(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("reconnect", mode) { Input = new { tag = NewTag() } });

        Assert.Equal("transport close", seen.Text("reason"));
        Assert.Equal("sent while away", seen.Text("echo"));
        Assert.True(seen.Flag("newId"));
        Assert.False(seen.Flag("recovered"));
        Assert.Equal("[]", seen.Raw("rooms"));
        Assert.Equal("forced close", seen.Text("seen"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_client_that_was_away_for_a_moment_is_the_same_and_gets_what_it_has_missed(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("recovery", mode) { Path = "/recovery/" });

        Assert.Equal("forced close", seen.Text("reason"));
        Assert.True(seen.Flag("recovered"));
        Assert.True(seen.Flag("sameId"));
        Assert.Equal("""["red"]""", seen.Raw("rooms"));
        Assert.Equal(["before", "missed 1", "missed 2", "missed 3", "after"], seen.Texts("received"));
        Assert.False(seen.Flag("fresh"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_client_that_is_shown_out_of_a_namespace_keeps_the_others(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("server-disconnect", mode) { Input = new { tag = NewTag(), close = false } });

        Assert.Equal("io server disconnect", seen.Text("reason"));
        Assert.Equal("server namespace disconnect", seen.Text("seen"));
        Assert.False(seen.Flag("active"));
        Assert.Equal("still here", seen.Text("named"));
        Assert.Equal("back", seen.Text("back"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_client_that_is_shown_out_altogether_loses_every_namespace(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("server-disconnect", mode) { Input = new { tag = NewTag(), close = true } });

        Assert.Equal("io server disconnect", seen.Text("reason"));
        Assert.Equal("server namespace disconnect", seen.Text("seen"));
        Assert.Equal("io server disconnect", seen.Text("named"));
        Assert.Equal("back", seen.Text("back"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task The_server_tells_a_client_that_left_from_one_that_is_lost(ClientKind kind, ClientMode mode)
    {
        var left = await PlayAsync(kind, new("client-disconnect", mode) { Input = new { tag = NewTag(), drop = false } });
        var lost = await PlayAsync(kind, new("client-disconnect", mode) { Input = new { tag = NewTag(), drop = true } });

        Assert.Equal(("io client disconnect", "client namespace disconnect"), (left.Text("reason"), left.Text("seen")));
        Assert.Equal(("forced close", "transport close"), (lost.Text("reason"), lost.Text("seen")));
    }
}
