namespace SockJS.SocketIO.Dispatch;

/// <summary>A method that takes nothing of the auth payload.</summary>
internal sealed class PlainConnectRoute<T>(Func<T, SocketIOSocket, IServiceProvider, ValueTask<bool>> invoke) : ConnectRoute<T>
{
    public override ValueTask<bool> InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services) => invoke(instance, socket, services);
}
