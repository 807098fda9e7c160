namespace SocketIOChat;

/// <summary>One tab of a visitor, who is in one room at a time, or in none.</summary>
[SocketIONamespace("/chat", JsonContext = typeof(ChatJson), Client = typeof(IChatClient))]
public sealed partial class ChatNamespace(SocketIOSocket socket, Rooms rooms, TimeProvider time)
{
    private const int MaxTextLength = 1000;

    private static readonly Receipt s_nowhere = new("You are in no room.");

    private string? Room => Rooms.Of(socket);

    private IChatClient Others => socket.To(Room!).Client<IChatClient>();

    /// <summary>Takes the name of the visitor: <c>io("/chat", { auth: { name: "Ada" } })</c>. What is emitted here goes out once the client has joined.</summary>
    [OnConnect]
    public async ValueTask ConnectAsync(Hello? hello)
    {
        if (Visitor.ProblemOf(hello?.Name) is { } problem)
            throw new SocketIORefusedException(problem);
        var visitor = Visitor.Enter(socket, hello!.Name!);
        await socket.Client<IChatClient>().WelcomeAsync(visitor, await rooms.CountAsync());
    }

    /// <summary>Enters a room, and leaves the one before. What is returned answers the client: <c>await socket.emitWithAck("join", "lobby")</c>.</summary>
    [OnEvent("join")]
    public async ValueTask<Receipt> JoinAsync(string room)
    {
        if (!Rooms.Names.Contains(room))
            return new("There is no such room.");
        if (Room != room)
            await LeaveAsync();
        await socket.JoinAsync(room);
        await rooms.TellAsync(room);
        return Receipt.Delivered;
    }

    /// <summary>Leaves the room.</summary>
    [OnEvent("leave")]
    public async ValueTask LeaveAsync()
    {
        if (Room is not { } room)
            return;
        await socket.LeaveAsync(room);
        await rooms.TellAsync(room);
    }

    /// <summary>Speaks to the others in the room.</summary>
    [OnEvent("say")]
    public async ValueTask<Receipt> SayAsync(string text)
    {
        if (Room is null)
            return s_nowhere;
        if (string.IsNullOrWhiteSpace(text))
            return new("An empty message says nothing.");
        if (text.Length > MaxTextLength)
            return new($"A message has at most {MaxTextLength} characters.");
        await Others.SaidAsync(Visitor.Of(socket), text, time.GetUtcNow());
        return Receipt.Delivered;
    }

    /// <summary>Shows a picture to the others in the room: <c>socket.emit("show", file.name, await file.arrayBuffer(), …)</c>.</summary>
    [OnEvent("show")]
    public async ValueTask<Receipt> ShowAsync(string name, ReadOnlyMemory<byte> data)
    {
        if (Room is null)
            return s_nowhere;
        if (data.Length > Picture.MaxBytes)
            return new(Picture.TooLarge);
        if (Picture.TypeOf(data.Span) is not { } type)
            return new("That is no picture of a kind that is shown here: PNG, JPEG, GIF or WebP.");
        await Others.ShownAsync(Visitor.Of(socket), new Picture(Picture.Shorten(name), type, data), time.GetUtcNow());
        return Receipt.Delivered;
    }

    /// <summary>Says that the visitor is typing. It is worth something at once or not at all, so it may get lost.</summary>
    [OnEvent("typing")]
    public ValueTask TypeAsync()
        => Room is { } room ? socket.To(room).Volatile.Client<IChatClient>().TypingAsync(Visitor.Of(socket)) : default;

    /// <summary>Tells the others. The rooms are still known.</summary>
    [OnDisconnect]
    public ValueTask GoAsync() => Room is { } room ? rooms.TellAsync(room) : default;
}
