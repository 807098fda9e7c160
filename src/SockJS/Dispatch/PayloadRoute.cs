using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>A method that takes the payload as one value.</summary>
internal sealed class PayloadRoute<T, TPayload>(
    PayloadReader<TPayload> reader, Func<T, SockJSConnection, IServiceProvider, TPayload, ValueTask> invoke, bool isStream) : MessageRoute<T>(isStream)
{
    /// <summary>Gets the call by itself, for those who have the value already.</summary>
    public Func<T, SockJSConnection, IServiceProvider, TPayload, ValueTask> Invoke => invoke;

    public override ValueTask InvokeAsync(T handler, SockJSConnection connection, IServiceProvider services, Payload payload)
        => invoke(handler, connection, services, reader.Read(payload));
}
