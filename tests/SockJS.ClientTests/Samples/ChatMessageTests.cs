namespace SockJS.ClientTests.Samples;

public sealed class ChatMessageTests : IAsyncDisposable
{
    private readonly ChatServer _server = new();
    private readonly List<ChatClient> _clients = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("nonsense", "invalid_message")]
    [InlineData("null", "invalid_message")]
    [InlineData("[]", "invalid_message")]
    [InlineData("{}", "invalid_message")]
    [InlineData("""{"type":"fly"}""", "unknown_type")]
    [InlineData("""{"type":"said","data":{"room":"lobby","text":"hi"}}""", "unknown_type")]
    [InlineData("""{"type":"join"}""", "invalid_payload")]
    [InlineData("""{"type":"join","data":7}""", "invalid_payload")]
    [InlineData("""{"type":"join","data":null}""", "invalid_payload")]
    [InlineData("""{"type":"say","data":{"room":"lobby"}}""", "invalid_payload")]
    [InlineData("""{"type":"say","data":{"room":"lobby","text":["hi"]}}""", "invalid_payload")]
    [InlineData("""{"type":"whisper","data":"hi"}""", "invalid_payload")]
    public async Task What_is_no_message_is_answered_with_an_error_and_nothing_else(string message, string code)
    {
        var bystander = await ConnectAsync("Bob", "lobby");
        var hostile = await ConnectAsync("Eve", "lobby");

        await hostile.SendAsync(message);
        await hostile.SendAsync("say", new { room = "lobby", text = "a marker" });

        var (type, data) = await hostile.ReceiveAsync();
        Assert.Equal(("error", code), (type, data!["code"]!.GetValue<string>()));
        await ExpectSaidAsync(hostile, "a marker");
        await ExpectSaidAsync(bystander, "a marker");
    }

    [Theory]
    [InlineData("join", "cellar", "There is no such room.")]
    [InlineData("join", "", "There is no such room.")]
    [InlineData("join", "Lobby", "There is no such room.")]
    public async Task A_room_that_there_is_not_cannot_be_entered(string type, string room, string problem)
    {
        var hostile = await ConnectAsync("Eve");

        await hostile.SendAsync(type, room);

        var (answer, data) = await hostile.ReceiveAsync();
        Assert.Equal(("refused", problem, room), (answer, data!["text"]!.GetValue<string>(), data["room"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("cellar")]
    [InlineData("books")]
    public async Task Only_who_is_in_a_room_speaks_there(string room)
    {
        var bystander = await ConnectAsync("Bob", "books", "lobby");
        var hostile = await ConnectAsync("Eve", "lobby");

        await hostile.SendAsync("say", new { room, text = "hi" });
        await hostile.SendAsync("say", new { room = "lobby", text = "a marker" });

        await ExpectRefusedAsync(hostile, "You are not in that room.");
        await ExpectSaidAsync(bystander, "a marker");
    }

    [Fact]
    public async Task Who_has_left_a_room_speaks_there_no_more()
    {
        var visitor = await ConnectAsync("Ada", "lobby");

        await visitor.SendAsync("leave", "lobby");
        await visitor.SendAsync("leave", "lobby");
        await visitor.SendAsync("say", new { room = "lobby", text = "hi" });

        await ExpectRefusedAsync(visitor, "You are not in that room.");
    }

    [Theory]
    [InlineData(0, "An empty message says nothing.")]
    [InlineData(1000, null)]
    [InlineData(1001, "A message has at most 1000 characters.")]
    public async Task The_length_of_a_message_is_limited_in_rooms_and_in_private(int length, string? problem)
    {
        var visitor = await ConnectAsync("Ada", "lobby");
        var text = new string('x', length);

        await visitor.SendAsync("say", new { room = "lobby", text });
        await visitor.SendAsync("whisper", new { recipient = visitor.Visitor.Id, text });

        var answers = new[] { await visitor.ReceiveAsync(), await visitor.ReceiveAsync() };
        Assert.Equal(problem is null ? ["said", "whispered"] : ["refused", "refused"], answers.Select(static answer => answer.Type));
        Assert.All(answers, answer => Assert.Equal(problem ?? text, answer.Data!["text"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    public async Task A_private_message_needs_somebody_who_is_here(string recipient)
    {
        var visitor = await ConnectAsync("Ada");

        await visitor.SendAsync("whisper", new { recipient, text = "hi" });

        await ExpectRefusedAsync(visitor, "That visitor is not here.");
    }

    [Fact]
    public async Task A_private_message_says_from_whom_it_is_whatever_the_sender_says()
    {
        var ada = await ConnectAsync("Ada");
        var eve = await ConnectAsync("Eve");

        await eve.SendAsync("whisper", new { recipient = ada.Visitor.Id, text = "It is me, Bob.", from = new { id = "0", name = "Bob" } });

        var (type, data) = await ada.ReceiveAsync();
        Assert.Equal(("whispered", eve.Visitor.Id, "Eve"), (type, data!["from"]!["id"]!.GetValue<string>(), data["from"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_fourth_room_is_refused_and_one_that_was_left_makes_room()
    {
        var visitor = await ConnectAsync("Ada", "lobby", "books", "films");

        await visitor.SendAsync("join", "music");
        await ExpectRefusedAsync(visitor, "You are in 3 rooms already, and that is as many as you can be in.");
        await visitor.SendAsync("leave", "books");
        await visitor.SendAsync("join", "music");
        await visitor.SendAsync("say", new { room = "music", text = "la la" });

        await ExpectSaidAsync(visitor, "la la");
    }

    [Fact]
    public async Task Who_speaks_too_fast_is_refused()
    {
        var visitor = await ConnectAsync("Ada", "lobby");

        for (var count = 0; count < 100; count++)
            await visitor.SendAsync("say", new { room = "lobby", text = "again" });

        while (await visitor.ReceiveAsync() is { Type: not "refused" })
            continue;
    }

    private static async Task ExpectSaidAsync(ChatClient client, string text)
    {
        var (type, data) = await client.ReceiveAsync();
        Assert.Equal(("said", text), (type, data!["text"]!.GetValue<string>()));
    }

    private static async Task ExpectRefusedAsync(ChatClient client, string problem)
    {
        var (type, data) = await client.ReceiveAsync();
        Assert.Equal(("refused", problem), (type, data!["text"]!.GetValue<string>()));
    }

    private async Task<ChatClient> ConnectAsync(string name, params string[] rooms)
    {
        var client = await ChatClient.ConnectAsync(_server.Address, name, rooms);
        _clients.Add(client);
        return client;
    }
}
