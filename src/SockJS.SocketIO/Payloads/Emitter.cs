namespace SockJS.SocketIO.Payloads;

/// <summary>Writes events and hands them over; where to is up to those who derive from it.</summary>
internal abstract class Emitter : ISocketIOEmitter
{
    public ValueTask EmitAsync(string name, CancellationToken cancellationToken = default)
    {
        var packet = Begin(name);
        return EndAsync(packet, cancellationToken);
    }

    public ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
    {
        var packet = Begin(name);
        try
        {
            packet.Add(argument);
        }
        catch
        {
            packet.Return();
            throw;
        }

        return EndAsync(packet, cancellationToken);
    }

    public ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
    {
        var packet = Begin(name);
        try
        {
            packet.Add(argument1);
            packet.Add(argument2);
        }
        catch
        {
            packet.Return();
            throw;
        }

        return EndAsync(packet, cancellationToken);
    }

    public ValueTask EmitAsync<T1, T2, T3>(string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
    {
        var packet = Begin(name);
        try
        {
            packet.Add(argument1);
            packet.Add(argument2);
            packet.Add(argument3);
        }
        catch
        {
            packet.Return();
            throw;
        }

        return EndAsync(packet, cancellationToken);
    }

    public ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
    {
        var packet = Begin(name);
        try
        {
            packet.Add(argument1);
            packet.Add(argument2);
            packet.Add(argument3);
            packet.Add(argument4);
        }
        catch
        {
            packet.Return();
            throw;
        }

        return EndAsync(packet, cancellationToken);
    }

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
