namespace AotChat;

/// <summary>One visitor. The first message is the visitor's name, and all others are for everybody.</summary>
[SockJSEndpoint("/chat")]
public sealed partial class ChatRoom(ISockJSClients<ChatRoom> room)
{
    private string? _name;

    /// <summary>Takes a name, or passes on what was said.</summary>
    [OnMessage]
    public ValueTask Say(string text)
    {
        if (_name is not null)
            return room.All.SendAsync($"{_name}: {text}");
        _name = text;
        return room.All.SendAsync($"{_name} is here");
    }

    /// <summary>Tells the others.</summary>
    [OnClose]
    public ValueTask Leave() => _name is null ? default : room.All.SendAsync($"{_name} has left");
}
