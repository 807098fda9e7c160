namespace SockJS.SocketIO.Payloads;

/// <summary>A client has sent fewer arguments than a handler asks for.</summary>
internal sealed class MissingArgumentException(string parameter, int index, int count)
    : ArgumentOutOfRangeException(parameter, index, $"The event has {count} arguments."), IClientFault;
