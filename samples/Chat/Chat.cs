using ChatSample.Users;
using Microsoft.AspNetCore.Authorization;

namespace ChatSample;

/// <summary>One tab of a visitor. Rooms are groups, so they forget the tab by themselves when it closes.</summary>
[Authorize]
[SockJSEndpoint("/chat", JsonContext = typeof(ChatJson), Client = typeof(IChatClient))]
public sealed partial class Chat(SockJSConnection connection, ISockJSClients<Chat> clients, Rooms rooms, TimeProvider time)
{
    private const int MaxTextLength = 1000;

    private readonly Visitor _visitor = Visitor.Of(connection.User);
    private readonly Pace _pace = new(time);

    /// <summary>Tells the page whom it belongs to and which rooms there are.</summary>
    [OnOpen]
    public async ValueTask OpenAsync()
    {
        await connection.Client<IChatClient>().WelcomeAsync(_visitor, Rooms.Names);
        rooms.TellCounts(connection);
    }

    /// <summary>Enters a room: <c>{"type":"join","data":"lobby"}</c>. <see cref="Rooms"/> tells everybody in it.</summary>
    [OnMessage("join")]
    public async ValueTask JoinAsync(string room)
    {
        if (ProblemOfJoining(room) is { } problem)
            await connection.Client<IChatClient>().RefusedAsync(problem, room);
        else
            await connection.JoinAsync(room);
    }

    /// <summary>Leaves a room: <c>{"type":"leave","data":"lobby"}</c>.</summary>
    [OnMessage("leave")]
    public async ValueTask LeaveAsync(string room)
    {
        if (connection.Groups.Contains(room))
            await connection.LeaveAsync(room);
    }

    /// <summary>Speaks to a room: <c>{"type":"say","data":{"room":"lobby","text":"hello"}}</c>.</summary>
    [OnMessage("say")]
    public ValueTask SayAsync(string room, string text)
    {
        var problem = connection.Groups.Contains(room) ? ProblemOf(text) : "You are not in that room.";
        return problem is null
            ? clients.Group(room).Client<IChatClient>().SaidAsync(room, _visitor, text, time.GetUtcNow())
            : connection.Client<IChatClient>().RefusedAsync(problem);
    }

    /// <summary>Speaks to one person, wherever that person is: <c>{"type":"whisper","data":{"recipient":"…","text":"hello"}}</c>.</summary>
    [OnMessage("whisper")]
    public async ValueTask WhisperAsync(string recipient, string text)
    {
        var problem = recipient.Length > 0 && clients.User(recipient).Count > 0 ? ProblemOf(text) : "That visitor is not here.";
        if (problem is not null)
        {
            await connection.Client<IChatClient>().RefusedAsync(problem);
            return;
        }

        var now = time.GetUtcNow();
        await clients.User(recipient).Client<IChatClient>().WhisperedAsync(_visitor, recipient, text, now);
        // All tabs of the sender show the conversation.
        if (recipient != _visitor.Id)
            await clients.User(_visitor.Id).Client<IChatClient>().WhisperedAsync(_visitor, recipient, text, now);
    }

    private string? ProblemOfJoining(string room)
    {
        if (!Rooms.Names.Contains(room))
            return "There is no such room.";
        if (connection.Groups.Count >= Rooms.MaxPerConnection && !connection.Groups.Contains(room))
            return $"You are in {Rooms.MaxPerConnection} rooms already, and that is as many as you can be in.";
        return _pace.Allows() ? null : Pace.Problem;
    }

    private string? ProblemOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "An empty message says nothing.";
        if (text.Length > MaxTextLength)
            return $"A message has at most {MaxTextLength} characters.";
        return _pace.Allows() ? null : Pace.Problem;
    }
}
