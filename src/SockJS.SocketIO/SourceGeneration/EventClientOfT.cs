using System.ComponentModel;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>The client interface of a namespace, implemented by generated code.</summary>
/// <typeparam name="TClient">The interface.</typeparam>
/// <param name="create">Makes the implementation, which emits by what it is given.</param>
/// <param name="require">Names the types that its methods send and wait for.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventClient<TClient>(Func<EventSender, TClient> create, Action<ArgumentTypes>? require = null) : EventClient(require)
    where TClient : class
{
    internal override void Prepare(ArgumentFormat format)
    {
        base.Prepare(format);
        ClientFactory<TClient>.Create = emitter => create(new EventSender(emitter));
    }
}
