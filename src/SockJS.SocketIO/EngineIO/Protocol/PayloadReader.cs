namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>Takes the body of a POST apart into its packets, which stand one after the other with a separator between them.</summary>
internal struct PayloadReader(Memory<byte> payload)
{
    public const byte Separator = 0x1E;

    private Memory<byte> _rest = payload;
    private bool _ended;

    /// <summary>Returns the text of the next packet. There is always one, if only an empty one, which no packet is.</summary>
    public bool TryReadNext(out Memory<byte> packet)
    {
        packet = default;
        if (_ended)
            return false;
        var length = _rest.Span.IndexOf(Separator);
        _ended = length < 0;
        packet = _ended ? _rest : _rest[..length];
        if (!_ended)
            _rest = _rest[(length + 1)..];
        return true;
    }
}
