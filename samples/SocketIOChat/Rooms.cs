namespace SocketIOChat;

/// <summary>The rooms, each one of the library. Who comes and goes is made known with the whole list, so that nothing has to be kept here.</summary>
public sealed class Rooms(ISocketIOServer<ChatNamespace> chat) : IDisposable
{
    // Who counts and who tells must not be overtaken by another who has counted later.
    private readonly SemaphoreSlim _telling = new(1);

    /// <summary>The names of the rooms.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lobby", "books", "films", "music"];

    /// <summary>Returns the room that a visitor is in. Its own id is a room too, but none of these.</summary>
    public static string? Of(SocketIOSocket socket) => Names.FirstOrDefault(socket.Rooms.Contains);

    /// <summary>Tells everybody in a room who is there, and everybody else how many that are.</summary>
    public async ValueTask TellAsync(string room)
    {
        await _telling.WaitAsync();
        try
        {
            var people = await PeopleAsync(room);
            await chat.To(room).Client<IChatClient>().PeopleAsync(room, people);
            await chat.Client<IChatClient>().CountedAsync(room, people.Count);
        }
        finally
        {
            _telling.Release();
        }
    }

    /// <summary>Returns how many people are in each room.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> CountAsync()
    {
        var counts = new Dictionary<string, int>();
        foreach (var room in Names)
            counts[room] = (await PeopleAsync(room)).Count;
        return counts;
    }

    /// <summary>The rooms are there as long as the program lives.</summary>
    public void Dispose() => _telling.Dispose();

    // Who has just lost the connection is in the room until everybody is told, but there no more.
    private async ValueTask<IReadOnlyList<Visitor>> PeopleAsync(string room) =>
    [
        .. (await chat.To(room).FetchSocketsAsync())
            .Where(static socket => socket.IsConnected)
            .Select(Visitor.Of)
            .OrderBy(static visitor => visitor.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static visitor => visitor.Id, StringComparer.Ordinal),
    ];
}
