namespace SockJS.SocketIO;

/// <summary>Makes implementations of a client interface.</summary>
/// <typeparam name="TClient">The interface. What its methods emit follows from it alone, whichever namespaces name it.</typeparam>
internal static class ClientFactory<TClient>
    where TClient : class
{
    /// <summary>Gets or sets what makes one that emits to somebody; <see langword="null"/> until a namespace that names the interface is mapped.</summary>
    public static Func<ISocketIOEmitter, TClient>? Create { get; set; }
}
