namespace SocketIOChat;

/// <summary>What the page is told. Each method is an event, called like it: <c>socket.on("said", (from, text, at) => …)</c>.</summary>
public interface IChatClient
{
    /// <summary>The visitor may come in; so many people are in each room.</summary>
    ValueTask WelcomeAsync(Visitor you, IReadOnlyDictionary<string, int> counts);

    /// <summary>So many people are in a room now.</summary>
    ValueTask CountedAsync(string room, int count);

    /// <summary>These people are in the room now.</summary>
    ValueTask PeopleAsync(string room, IReadOnlyList<Visitor> people);

    /// <summary>Somebody else has spoken.</summary>
    ValueTask SaidAsync(Visitor from, string text, DateTimeOffset at);

    /// <summary>Somebody else shows a picture. Its bytes come as they are, as an <c>ArrayBuffer</c> inside the object.</summary>
    ValueTask ShownAsync(Visitor from, Picture picture, DateTimeOffset at);

    /// <summary>Somebody else is typing.</summary>
    ValueTask TypingAsync(Visitor who);
}
