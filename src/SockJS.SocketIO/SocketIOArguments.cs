using System.Diagnostics.CodeAnalysis;

namespace SockJS.SocketIO;

/// <summary>The arguments of an event as they came, without its name. They own their memory, so that they may be kept.</summary>
/// <remarks>
/// A handler need not catch what is thrown because the client has sent something else, or too little: the event counts as refused then, as one
/// whose arguments do not fit the parameters of a method.
/// </remarks>
public abstract class SocketIOArguments
{
    private protected SocketIOArguments()
    {
    }

    /// <summary>Gets the number of arguments.</summary>
    public abstract int Count { get; }

    /// <summary>Returns an argument as a value.</summary>
    /// <typeparam name="T">The type of the value; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="index">Which argument, beginning with 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such argument.</exception>
    /// <exception cref="System.Text.Json.JsonException">The argument is something else.</exception>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for the type.</exception>
    public abstract T? Get<T>(int index);

    /// <summary>Returns an argument that is binary. Nothing is copied.</summary>
    /// <param name="index">Which argument, beginning with 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such argument.</exception>
    /// <exception cref="System.Text.Json.JsonException">The argument is something else.</exception>
    public abstract ReadOnlyMemory<byte> GetBinary(int index);

    /// <summary>Returns the JSON text of an argument, in UTF-8. A binary value is a placeholder in it.</summary>
    /// <param name="index">Which argument, beginning with 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such argument.</exception>
    public abstract ReadOnlyMemory<byte> GetJson(int index);

    /// <summary>Returns an argument as a value, if it is there and fits.</summary>
    /// <typeparam name="T">The type of the value; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="index">Which argument, beginning with 0.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for the type.</exception>
    public abstract bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value);
}
