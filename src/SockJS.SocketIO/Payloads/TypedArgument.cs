namespace SockJS.SocketIO.Payloads;

/// <summary>An argument that is written as the type that it was declared as, where arguments are what they are at run time.</summary>
internal abstract class TypedArgument
{
    public abstract void AddTo(PacketWriter packet);
}

/// <inheritdoc/>
/// <typeparam name="T">The declared type.</typeparam>
internal sealed class TypedArgument<T>(T value) : TypedArgument
{
    public override void AddTo(PacketWriter packet) => packet.Add(value);

    public override string? ToString() => value?.ToString();
}
