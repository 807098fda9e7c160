using System.ComponentModel;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>The types that a namespace sends and waits for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArgumentTypes
{
    private readonly ArgumentFormat _format;

    internal ArgumentTypes(ArgumentFormat format) => _format = format;

    /// <summary>Names a type.</summary>
    /// <typeparam name="TValue">The type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for it.</exception>
    public void Require<TValue>() => _format.TypeOf<TValue>();
}
