namespace SockJS.SocketIO.Payloads;

/// <summary>Marks exceptions whose cause is what a client has sent, and not the handler that met it.</summary>
internal interface IClientFault;
