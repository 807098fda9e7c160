using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Hosting;

/// <summary>A class that is mapped at several paths, and what is injected to reach its sockets.</summary>
public sealed class SeveralPathsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(new List<string>()).BuildServiceProvider();
    private readonly SocketWorld _here;
    private readonly SocketWorld _there;
    private readonly SocketIOServer<FilteredNamespace> _server;

    public SeveralPathsTests()
    {
        (_here, _there) = (World(), World());
        _server = new SocketIOServer<FilteredNamespace>(_here.Directory);
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task All_are_reached_also_at_a_path_that_is_mapped_later()
    {
        var (one, _) = await JoinAsync(_here);
        await _server.EmitAsync("news", 1);
        var (two, id) = await JoinAsync(_there);
        _here.Directory.Add(_there.Table);

        await _server.EmitAsync("news", 2);
        await _server.To(id).EmitAsync("news", "for you");
        await _server.Except(id).EmitAsync("news", "for others");
        await _server.JoinAsync("red");
        await _server.In("red").EmitAsync("news", "red");
        await _server.DisconnectAsync();

        Assert.Equal(["""2/filtered,["news",1]""", """2/filtered,["news",2]""", """2/filtered,["news","for others"]""", """2/filtered,["news","red"]""", "1/filtered,"], await ReadAsync(one, 5));
        Assert.Equal(["""2/filtered,["news",2]""", """2/filtered,["news","for you"]""", """2/filtered,["news","red"]""", "1/filtered,"], await ReadAsync(two, 4));
    }

    [Fact]
    public async Task All_are_found_and_asked()
    {
        _here.Directory.Add(_there.Table);
        var (one, first) = await JoinAsync(_here);
        var (two, second) = await JoinAsync(_there);

        Assert.Equal(first, _server.Find(first)?.Id);
        Assert.Equal(second, _server.Find(second)?.Id);
        Assert.Null(_server.Find("nobody"));
        Assert.Equal([first, second], (await _server.FetchSocketsAsync()).Select(static socket => socket.Id));
        Assert.Equal(new[] { first, second }.Order(), _server.RoomNames.Order());
        Assert.Equal("/filtered", _server.Name);

        var asking = _server.EmitWithAckAsync<int>("who");
        one.Send("3/filtered,0[1]");
        two.Send("3/filtered,0[2]");
        Assert.Equal([1, 2], await asking.WaitAsync(Eventually.Patience));
    }

    [Fact]
    public async Task The_answers_of_all_paths_that_came_in_time_are_not_lost()
    {
        _here.Directory.Add(_there.Table);
        var (one, _) = await JoinAsync(_here);
        await JoinAsync(_here);
        var (two, _) = await JoinAsync(_there);

        var asking = _server.WithTimeout(TimeSpan.FromMilliseconds(500)).EmitWithAckAsync<int>("who");
        one.Send("3/filtered,0[1]");
        two.Send("3/filtered,0[2]");

        var failure = await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => asking.WaitAsync(Eventually.Patience));
        Assert.Equal([1, 2], failure.PartialResponses);
    }

    private static async Task<(TestClient Client, string Id)> JoinAsync(SocketWorld world)
    {
        var client = world.Connect();
        var id = await client.JoinAsync("/filtered");
        await Eventually.TrueAsync(() => world.Table.FindMapping("/filtered")!.Tables[0].Find(id) is { IsConnected: true });
        return (client, id);
    }

    private static async Task<string[]> ReadAsync(TestClient client, int count)
    {
        var packets = new string[count];
        for (var i = 0; i < count; i++)
            packets[i] = await client.NextAsync();
        return packets;
    }

    private SocketWorld World() => new((SocketIOBuilder io) => io.Namespace<FilteredNamespace>(), services: _services);
}
