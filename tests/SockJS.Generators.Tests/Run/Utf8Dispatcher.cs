using System.Text;
using SockJS.Dispatch;

namespace SockJS.Generators.Tests.Run;

/// <summary>Hands messages on as they come from a client.</summary>
internal sealed class Utf8Dispatcher(IMessageDispatcher inner) : IMessageDispatcher
{
    public ValueTask OnOpenAsync() => inner.OnOpenAsync();

    public ValueTask OnMessageAsync(SockJSMessage message)
        => inner.OnMessageAsync(SockJSMessage.FromUtf8(Encoding.UTF8.GetBytes(message.ToString())));

    public ValueTask OnCloseAsync(SockJSCloseReason reason) => inner.OnCloseAsync(reason);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
