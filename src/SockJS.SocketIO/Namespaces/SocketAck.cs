using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

/// <summary>Answers an event of a socket.</summary>
internal sealed class SocketAck : SocketIOAck
{
    /// <summary>Answers an event whose client wants no answer.</summary>
    public static readonly SocketAck None = new(null, 0);

    private readonly Socket? _socket;
    private readonly ulong _id;
    private int _isGiven;

    public SocketAck(Socket? socket, ulong id)
    {
        _socket = socket;
        _id = id;
    }

    public override bool IsWanted => _socket?.IsConnected == true && Volatile.Read(ref _isGiven) == 0;

    public override ValueTask SendAsync() => TryTake() ? _socket!.AnswerAsync(_socket.BeginAnswer(_id)) : default;

    public override ValueTask SendAsync<T>(T argument)
        => TryTake() ? _socket!.AnswerAsync(_socket.BeginAnswer(_id).WithArgument(argument)) : default;

    public override ValueTask SendAsync<T1, T2>(T1 argument1, T2 argument2)
        => TryTake() ? _socket!.AnswerAsync(_socket.BeginAnswer(_id).WithArgument(argument1).WithArgument(argument2)) : default;

    public override ValueTask SendAsync(SocketIOArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!TryTake())
            return default;
        var packet = _socket!.BeginAnswer(_id);
        packet.AddAll(arguments);
        return _socket.AnswerAsync(packet);
    }

    private bool TryTake() => _socket?.IsConnected == true && Interlocked.Exchange(ref _isGiven, 1) == 0;
}
