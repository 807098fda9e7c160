using System.Threading.Channels;

namespace SockJS.Sessions;

/// <summary>What an endpoint does with its connections. Sessions do not know who implements it.</summary>
internal interface IConnectionHandler
{
    /// <summary>Gets a value indicating whether the handler reads the messages itself, by <see cref="SockJSConnectionExtensions.ReadAllAsync"/>.</summary>
    bool ReadsItself { get; }

    /// <summary>Gets a value indicating whether messages are wanted as UTF-8 in rented memory, and not as strings. They are to be released then.</summary>
    bool TakesUtf8 { get; }

    /// <summary>Runs the handler of a connection, from open to close. It does not throw.</summary>
    Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages);

    /// <summary>Makes what sends values to a connection.</summary>
    IPayloadSender CreateSender(SockJSConnection connection);
}
