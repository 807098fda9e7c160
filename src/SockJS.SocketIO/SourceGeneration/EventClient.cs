using System.ComponentModel;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>The client interface of a namespace, implemented by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventClient
{
    private readonly Action<ArgumentTypes>? _require;

    private protected EventClient(Action<ArgumentTypes>? require) => _require = require;

    /// <summary>Makes the implementation known, and sees to it that no event fails later for want of metadata.</summary>
    internal virtual void Prepare(ArgumentFormat format) => _require?.Invoke(new ArgumentTypes(format));
}
