using ChatSample.Users;

namespace ChatSample;

/// <summary>What the page is told. Each method is a message, called like it: <c>{"type":"said","data":{"room":"lobby",…}}</c>.</summary>
public interface IChatClient
{
    /// <summary>The page is connected.</summary>
    ValueTask WelcomeAsync(Visitor you, IReadOnlyList<string> rooms);

    /// <summary>So many people are in a room now.</summary>
    ValueTask CountedAsync(string room, int count);

    /// <summary>These people are in a room now that this tab is in.</summary>
    ValueTask PeopleAsync(string room, IReadOnlyList<Visitor> people);

    /// <summary>Somebody has spoken in a room.</summary>
    ValueTask SaidAsync(string room, Visitor from, string text, DateTimeOffset at);

    /// <summary>Somebody has spoken to one person only.</summary>
    ValueTask WhisperedAsync(Visitor from, string recipient, string text, DateTimeOffset at);

    /// <summary>A message of this tab was not accepted; with the room that it could not enter.</summary>
    ValueTask RefusedAsync(string text, string? room = null);
}
