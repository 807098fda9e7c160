using System.Threading.Channels;
using SockJS.Sessions;

namespace SockJS.Tests.Support;

/// <summary>Runs the handler of another, and then tells the journal of the connection that it waits for messages.</summary>
internal sealed class SettlingHandler(IConnectionHandler inner, Func<SockJSConnection, Journal> journalOf) : IConnectionHandler
{
    public bool ReadsItself => inner.ReadsItself;

    public bool TakesUtf8 => inner.TakesUtf8;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
    {
        var running = inner.RunAsync(connection, messages);
        // What it awaits now are messages, unless the test made it await something else.
        journalOf(connection).Settle();
        return running;
    }

    public IPayloadSender CreateSender(SockJSConnection connection) => inner.CreateSender(connection);
}
