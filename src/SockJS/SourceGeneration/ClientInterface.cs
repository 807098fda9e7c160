using System.ComponentModel;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>The client interface of an endpoint, implemented by generated code.</summary>
/// <param name="create">Makes the implementation, which sends by what it is given.</param>
/// <param name="require">Names the types that its methods send.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientInterface(Func<MessageSender, object> create, Action<PayloadTypes>? require = null)
{
    internal object Create(PayloadSender sender) => create(new MessageSender(sender));

    /// <summary>Sees to it that no message fails later for want of metadata.</summary>
    internal void CheckTypes(MessageFormat format) => require?.Invoke(new PayloadTypes(format));
}
