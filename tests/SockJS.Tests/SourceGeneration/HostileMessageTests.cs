using System.Text.Json;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.SourceGeneration;

/// <summary>Whatever a client sends, a handler gets it or it is refused: the exceptions of readers are not those of handlers.</summary>
public sealed class HostileMessageTests
{
    private const int Rounds = 20_000;

    private static readonly string[] s_seeds =
    [
        """{"type":"say","data":{"text":"h\u00e4\ud83d\ude00","room":7,"tags":["a",null],"when":"2026-01-01T00:00:00Z"}}""",
        """{"type":"text","data":"a\n\"\\\/\ud83d\ude00"}""",
        """{"data":"\u0000","type":"utf8"}""",
        """{"type":"move","data":{"piece":"Qd1","to":-1.5e3}}""",
        """{"type":"rest","data":[[{"a":[true,false,null]}]]}""",
    ];

    private static readonly string[] s_pieces =
        ["\"", "\\", "{", "}", "[", "]", ",", ":", "\\u", "d800", "null", "1e999", "-", "00", "\u0000", "\u2028", "\ud83d\ude00", " ", "/*", "type", "data", "NaN"];

    private sealed record Say(string Text, int Room, string?[]? Tags, DateTimeOffset When);

    [Fact]
    public async Task No_message_is_taken_for_a_failure_of_its_handler()
    {
        var random = new Random(4711);
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<Say>("say", static (self, _, _, payload) => default);
            routes.On<string>("text", static (self, _, _, payload) => default);
            routes.On<ReadOnlyMemory<byte>>("utf8", static (self, _, _, payload) => default);
            routes.OnMembers("move", [routes.Member<string>("piece"), routes.Member<double>("to")], static (_, _, _, members) =>
            {
                members.Get<string>(0);
                members.Get<double>(1);
                return default;
            });
            routes.On<JsonElement>(null, static (self, _, _, payload) => default);
        });
        for (var i = 0; i < Rounds; i++)
            world.Receive(Mutate(s_seeds[i % s_seeds.Length], random));

        Assert.Empty(world.Log.Errors);
        Assert.Equal(["o"], world.Sink.Frames);
        Assert.True(world.Session.IsOpen);
    }

    private static string Mutate(string text, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var removed = random.Next(Math.Min(6, text.Length - at));
            text = text[..at] + s_pieces[random.Next(s_pieces.Length)] + text[(at + removed)..];
        }

        return text;
    }
}
