using System.Text.Json;
using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Samples;

public sealed class ChatMessageTests : IAsyncDisposable
{
    private readonly ChatServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"fly"}""")]
    [InlineData("""{"type":"join"}""")]
    [InlineData("""{"type":"join","name":null}""")]
    public async Task What_is_no_message_is_refused_and_the_connection_lives_on(string message)
    {
        var replies = await SendAsync(3, message, """{"type":"join","name":"Ada"}""");

        Assert.Equal(["refused", "welcome", "joined"], replies.Select(TypeOf));
        Assert.Equal("That message is not understood.", replies[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Only_a_visitor_who_has_joined_may_speak()
    {
        var reply = Assert.Single(await SendAsync(1, """{"type":"say","text":"hello"}"""));

        Assert.Equal("Join the room before you speak.", reply.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_visitor_joins_only_once()
    {
        var replies = await SendAsync(3, """{"type":"join","name":"Ada"}""", """{"name":"Bob","type":"join"}""");

        Assert.Equal("You are in the room already.", replies[2].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(1000, "said")]
    [InlineData(1001, "refused")]
    [InlineData(0, "refused")]
    public async Task The_length_of_a_message_is_limited(int length, string expected)
    {
        var replies = await SendAsync(3, """{"type":"join","name":"Ada"}""", $$"""{"type":"say","text":"{{new string('x', length)}}"}""");

        Assert.Equal(expected, TypeOf(replies[2]));
    }

    [Theory]
    [InlineData("  Ada  ", "Ada")]
    [InlineData(" \\t ", "Guest")]
    [InlineData("A\\u0007B", "AB")]
    [InlineData("1234567890123456789012345", "123456789012345678901234")]
    [InlineData("12345678901234567890123\\ud83d\\ude00", "12345678901234567890123")]
    public async Task A_name_is_trimmed_to_what_can_be_shown(string wanted, string given)
    {
        var replies = await SendAsync(1, $$"""{"type":"join","name":"{{wanted}}"}""");

        Assert.Equal(given, replies[0].GetProperty("name").GetString());
    }

    private async Task<IReadOnlyList<JsonElement>> SendAsync(int replies, params string[] messages)
    {
        var outcome = await NodeClient.ConverseAsync(new(new(_server.Address, "/chat"), "websocket") { Send = messages, CloseAfter = replies });
        return [.. outcome.Received.Select(text => JsonSerializer.Deserialize<JsonElement>(text))];
    }

    private static string? TypeOf(JsonElement message) => message.GetProperty("type").GetString();
}
