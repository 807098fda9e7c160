using ChatSample.Users;

namespace ChatSample;

/// <summary>The rooms, each a group of the library. Who comes and goes is made known with the whole list, so that nothing has to be kept here.</summary>
public sealed class Rooms(ISockJSClients<Chat> clients) : IHostedService, IDisposable
{
    /// <summary>In how many rooms one tab can be at once.</summary>
    public const int MaxPerConnection = 3;

    // Who counts and who tells must not be overtaken by another who has counted later.
    private readonly Lock _telling = new();
    private readonly List<IDisposable> _observers = [];

    /// <summary>The names of the rooms.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lobby", "books", "films", "music", "sports"];

    /// <summary>Starts to watch the rooms.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var room in Names)
        {
            _observers.Add(clients.Group(room).OnJoin(_ => Tell(room)));
            _observers.Add(clients.Group(room).OnLeave(_ => Tell(room)));
        }

        return Task.CompletedTask;
    }

    /// <summary>The rooms are watched as long as the program lives.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tells a newcomer how many people are in each room.</summary>
    public void TellCounts(SockJSConnection connection)
    {
        lock (_telling)
        {
            foreach (var room in Names)
                TellCount(clients.Connection(connection.Id), room, PeopleIn(room).Count);
        }
    }

    /// <summary>Stops watching.</summary>
    public void Dispose() => _observers.ForEach(static observer => observer.Dispose());

    private void Tell(string room)
    {
        lock (_telling)
        {
            var people = PeopleIn(room);
            // The newest list makes those before it worthless, so it takes their place where they still wait for a slow client.
            Forget(clients.Group(room).WithKey($"people {room}").Client<IChatClient>().PeopleAsync(room, people));
            TellCount(clients.All, room, people.Count);
        }
    }

    private static void TellCount(ISockJSAudience audience, string room, int count)
        => Forget(audience.WithKey($"count {room}").Client<IChatClient>().CountedAsync(room, count));

    // All tabs of a visitor are one person.
    private List<Visitor> PeopleIn(string room) =>
    [
        .. clients.Group(room).Members
            .Select(static connection => Visitor.Of(connection.User))
            .Distinct()
            .OrderBy(static visitor => visitor.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static visitor => visitor.Id, StringComparer.Ordinal),
    ];

    // Observers cannot wait. They need not: with this policy for slow clients, a broadcast is done when it returns.
    private static void Forget(ValueTask send) => _ = send.AsTask();
}
