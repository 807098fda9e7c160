using SockJS.Dashboard;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dashboard;

public sealed class SessionReaderTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly SessionReader _reader;

    public SessionReaderTests()
    {
        var registry = new SessionRegistry();
        registry.Add(_world.Table);
        _reader = new SessionReader(new EndpointDirectory(registry));
    }

    public void Dispose()
    {
        _world.Dispose();
    }

    [Fact]
    public async Task A_page_has_a_hundred_sessions_the_newest_first_and_says_how_many_there_are()
    {
        for (var user = 0; user < 205; user++)
        {
            await _world.ConnectAsync(user: $"user {user}");
            _world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var (first, last, beyond) = (Read(page: 0), Read(page: 2), Read(page: 7));

        Assert.Equal((205, 100, "user 204", "user 105"), (first.Matching, first.Sessions.Count, first.Sessions[0].User, first.Sessions[^1].User));
        Assert.Equal((2, 5, "user 0"), (last.Page, last.Sessions.Count, last.Sessions[^1].User));
        Assert.Equal(2, beyond.Page);
    }

    [Theory]
    [InlineData("ALI", "alice")]
    [InlineData("websocket", "bob")]
    [InlineData("kitchen", "alice")]
    [InlineData("nowhere", "")]
    public async Task The_filter_finds_users_transports_and_groups(string filter, string found)
    {
        var (alice, _) = await _world.ConnectAsync(user: "alice");
        await alice.JoinAsync("the kitchen");
        _world.Table.Open(key: null, SockJSTransports.WebSocket, SessionWorld.Named("bob"), SessionWorld.Client);
        var bob = _world.Table.OfUser("bob").Cast<SockJSSession>().Single();
        _world.Attach(bob, _world.Sink(SockJSTransports.WebSocket));

        Assert.Equal(found, string.Join(' ', Read(filter).Sessions.Select(static session => session.User)));
    }

    [Fact]
    public async Task A_session_is_found_by_the_id_that_was_shown()
    {
        await _world.ConnectAsync();
        await _world.ConnectAsync();
        var id = Read().Sessions[1].Id;

        Assert.Equal(id, Assert.Single(Read(id[..12]).Sessions).Id);
    }

    [Fact]
    public async Task What_others_have_named_is_cut_and_bounded_in_number()
    {
        var (session, _) = await _world.ConnectAsync(user: new string('u', 5000));
        for (var group = 0; group < 60; group++)
            await session.JoinAsync($"{group:00} {new string('g', 200)}");
        for (var group = 0; group < 150; group++)
            _world.Clients.Groups.Add($"{group:000}", session);
        _world.Clients.Groups.Add("007", (await _world.ConnectAsync()).Session);

        var page = Read();

        var row = page.Sessions.Single(static one => one.User is not null);
        Assert.Equal((101, 5, 55), (row.User!.Length, row.Groups.Count, row.MoreGroups));
        Assert.All(row.Groups, static name => Assert.Equal(101, name.Length));
        Assert.Equal((60 + 150, 100, new CountRow("007", 2)), (page.GroupCount, page.Groups.Count, page.Groups[0]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void An_endpoint_that_there_is_not_has_no_page(int endpoint) => Assert.Null(_reader.Read(new Selection(endpoint, "", 0)));

    private SessionPage Read(string filter = "", int page = 0) => _reader.Read(new Selection(0, filter, page))!;
}
