namespace SockJS.SocketIO.Dispatch;

/// <summary>The method that handles clients that connect.</summary>
internal abstract class ConnectRoute<T>
{
    /// <summary>Handles a client.</summary>
    /// <returns><see langword="false"/> where the method refuses it.</returns>
    /// <exception cref="SockJS.Payloads.InvalidMessageException">The auth payload is not what the method takes, which was not called then.</exception>
    public abstract ValueTask<bool> InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services);
}
