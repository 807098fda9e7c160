using System.Threading.Channels;
using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>Runs what stands above a session for as long as it lasts.</summary>
internal sealed class ReceiverRunner : IConnectionHandler
{
    public bool ReadsItself => false;

    public bool TakesUtf8 => true;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages) => ((EngineSession)connection).RunReceiverAsync(messages);

    public IPayloadSender CreateSender(SockJSConnection connection)
        => throw new NotSupportedException("Messages of Engine.IO are text and bytes; values are sent by the protocol above.");
}
