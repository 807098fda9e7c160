using ChatSample.Messages;

namespace ChatSample;

/// <summary>One visitor's connection. Its messages are JSON texts; see <see cref="ClientMessage"/> and <see cref="ServerMessage"/>.</summary>
[SockJSEndpoint("/chat")]
public sealed partial class Chat(ChatRoom room, ISockJSClients<Chat> clients, TimeProvider time)
{
    private const int MaxTextLength = 1000;

    private string? _name;

    [OnMessage]
    public ValueTask OnMessage(string json, SockJSConnection connection) => ChatJson.Read(json) switch
    {
        Join join when _name is null => JoinAsync(join.Name, connection),
        Join => RefuseAsync("You are in the room already.", connection),
        Say when _name is null => RefuseAsync("Join the room before you speak.", connection),
        Say { Text.Length: > MaxTextLength } => RefuseAsync($"A message has at most {MaxTextLength} characters.", connection),
        Say say when string.IsNullOrWhiteSpace(say.Text) => RefuseAsync("An empty message says nothing.", connection),
        Say say => clients.All.SendAsync(ChatJson.Write(new Said(_name, say.Text, time.GetUtcNow()))),
        _ => RefuseAsync("That message is not understood.", connection),
    };

    [OnClose]
    public ValueTask OnClose()
        => _name is null ? default : clients.All.SendAsync(ChatJson.Write(new Left(_name, room.Leave(_name))));

    private async ValueTask JoinAsync(string wanted, SockJSConnection connection)
    {
        _name = room.Join(wanted, out var roster);
        await connection.SendAsync(ChatJson.Write(new Welcome(_name, roster)));
        await clients.All.SendAsync(ChatJson.Write(new Joined(_name, roster)));
    }

    private static ValueTask RefuseAsync(string text, SockJSConnection connection)
        => connection.SendAsync(ChatJson.Write(new Refused(text)));
}
