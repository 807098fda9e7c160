using System.Threading.Channels;
using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Tests.Support;

/// <summary>Writes what happens to a connection into its journal.</summary>
internal sealed class JournalHandler(FailureHandler failures, Func<SockJSConnection, Journal> open) : IConnectionHandler
{
    public bool ReadsItself => false;

    public bool TakesUtf8 => false;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
        => ConnectionLoop.RunAsync(connection, messages, open(connection), failures);

    public IPayloadSender CreateSender(SockJSConnection connection) => new ConnectionSender(connection, TestFormats.Default);
}
