namespace SockJS.SocketIO.Namespaces.Recovery;

/// <summary>What is kept of a socket whose client may come back.</summary>
/// <param name="Namespace">Its namespace, which is held on to.</param>
/// <param name="Id">Its id.</param>
/// <param name="UserId">Its user; another does not get it.</param>
/// <param name="Rooms">Its rooms, without that of its own.</param>
/// <param name="Data">What the application has kept with it.</param>
/// <param name="Joined">The number of the last event before it has joined.</param>
/// <param name="Lost">When its loss was noticed.</param>
internal sealed record LostSocket(
    Namespace Namespace, string Id, string? UserId, IReadOnlyCollection<string> Rooms, IDictionary<string, object?>? Data, long Joined, long Lost);
