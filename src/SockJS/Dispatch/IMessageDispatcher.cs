namespace SockJS.Dispatch;

/// <summary>Takes the events of one connection to its handler. Calls never overlap: one open, then messages, then one close.</summary>
internal interface IMessageDispatcher : IAsyncDisposable
{
    ValueTask OnOpenAsync();

    ValueTask OnMessageAsync(SockJSMessage message);

    ValueTask OnCloseAsync(SockJSCloseReason reason);
}
