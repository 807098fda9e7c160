namespace SockJS.SocketIO.Payloads;

/// <summary>Writes events and hands them over; where to is up to those who derive from it.</summary>
internal abstract class Emitter : ISocketIOEmitter
{
    public ValueTask EmitAsync(string name, CancellationToken cancellationToken = default) => EndAsync(Begin(name), cancellationToken);

    public ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
        => EndAsync(Begin(name).WithArgument(argument), cancellationToken);

    public ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => EndAsync(Begin(name).WithArgument(argument1).WithArgument(argument2), cancellationToken);

    public ValueTask EmitAsync<T1, T2, T3>(string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => EndAsync(Begin(name).WithArgument(argument1).WithArgument(argument2).WithArgument(argument3), cancellationToken);

    public ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => EndAsync(Begin(name).WithArgument(argument1).WithArgument(argument2).WithArgument(argument3).WithArgument(argument4), cancellationToken);

    public ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var packet = Begin(name);
        packet.AddAll(arguments);
        return EndAsync(packet, cancellationToken);
    }

    /// <summary>Takes a writer and begins an event.</summary>
    protected abstract PacketWriter Begin(string name);

    /// <summary>Ends the event, sends what was written, and gives the writer back.</summary>
    protected abstract ValueTask EndAsync(PacketWriter packet, CancellationToken cancellationToken);
}
