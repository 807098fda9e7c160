using System.Text.Json;

namespace AotChat;

/// <summary>One visitor of the chat.</summary>
[SockJSEndpoint("/chat", JsonContext = typeof(ChatJson), Client = typeof(IChatClient))]
public sealed partial class ChatRoom(ISockJSClients<ChatRoom> room, History history)
{
    private string? _name;

    /// <summary>Takes the name of the visitor: <c>{"type":"enter","data":"Ada"}</c>.</summary>
    [OnMessage("enter", Reply = "presence")]
    public async Task<Presence> EnterAsync(string name)
    {
        _name = name;
        await room.All.Client<IChatClient>().EnteredAsync(name);
        return new Presence(room.All.Count);
    }

    /// <summary>Passes on what the visitor says: <c>{"type":"say","data":{"text":"hello"}}</c>.</summary>
    [OnMessage("say")]
    public ValueTask SayAsync(Say say)
    {
        var said = new Said(_name ?? "somebody", say.Text, say.Mood);
        history.Add(said);
        return room.All.Client<IChatClient>().SaidAsync(said);
    }

    /// <summary>Whispers to oneself, with the payload taken apart: <c>{"type":"note","data":{"text":"buy milk","times":2}}</c>.</summary>
    [OnMessage("note")]
    public ValueTask NoteAsync(SockJSConnection connection, string text, int times = 1)
        => connection.Client<IChatClient>().NotedAsync(text, times);

    /// <summary>Sends what was said last: <c>{"type":"history"}</c>, or with a number.</summary>
    [OnMessage("history", Reply = "said")]
    public IAsyncEnumerable<Said> ReplayAsync(CancellationToken cancellationToken, int count = 10) => history.ReplayAsync(count, cancellationToken);

    /// <summary>Sends everything else back.</summary>
    [OnMessage(Reply = "unknown")]
    public JsonElement Other(JsonElement message) => message;

    /// <summary>Tells the others.</summary>
    [OnClose]
    public ValueTask LeaveAsync() => _name is null ? default : room.All.Client<IChatClient>().LeftAsync(_name);
}
