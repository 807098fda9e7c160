using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>A method that takes nothing of the message.</summary>
internal sealed class PlainRoute<T>(Func<T, SockJSConnection, IServiceProvider, ValueTask> invoke, bool isStream) : MessageRoute<T>(isStream)
{
    public override ValueTask InvokeAsync(T handler, SockJSConnection connection, IServiceProvider services, Payload payload)
        => invoke(handler, connection, services);
}
