using System.Threading.Channels;

namespace SockJS.Hosting;

/// <summary>Runs the handler of each connection of an endpoint. It does not throw.</summary>
internal interface IHandlerRunner
{
    /// <summary>Gets a value indicating whether the handler reads the messages itself.</summary>
    bool HandlerReads { get; }

    Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages);
}
