namespace SockJS.SocketIO.Hosting;

/// <summary>All sockets of a class that is mapped at several paths.</summary>
internal sealed class MappedClients(ISocketIOClients[] parts) : MappedAudience([.. parts]), ISocketIOClients
{
    public string Name => parts[0].Name;

    public IReadOnlyCollection<string> RoomNames => [.. parts.SelectMany(static part => part.RoomNames).Distinct()];

    public SocketIOSocket? Find(string id) => parts.Select(part => part.Find(id)).FirstOrDefault(static socket => socket is not null);

    public ISocketIOAudience User(string userId) => new MappedAudience([.. parts.Select(part => part.User(userId))]);

    public ISocketIOClients Child(string name) => new MappedClients([.. parts.Select(part => part.Child(name))]);
}
