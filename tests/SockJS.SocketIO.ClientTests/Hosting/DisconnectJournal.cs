using System.Collections.Concurrent;

namespace SockJS.SocketIO.ClientTests.Hosting;

/// <summary>Why the server thinks that sockets are gone, by the word that each client brought along.</summary>
internal sealed class DisconnectJournal
{
    private readonly ConcurrentDictionary<string, string> _reasons = new();

    public void Add(string tag, SocketIODisconnectReason reason) => _reasons[tag] = reason.ToString();

    public string? Find(string tag) => _reasons.GetValueOrDefault(tag);
}
