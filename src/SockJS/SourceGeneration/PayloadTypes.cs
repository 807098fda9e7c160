using System.ComponentModel;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>The types that an endpoint sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadTypes
{
    private readonly MessageFormat _format;

    internal PayloadTypes(MessageFormat format) => _format = format;

    /// <summary>Names a type that is sent.</summary>
    /// <typeparam name="TPayload">The type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for it.</exception>
    public void Require<TPayload>() => _format.TypeOf<TPayload>();
}
