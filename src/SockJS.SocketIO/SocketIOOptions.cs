using System.Text.Json;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO;

/// <summary>Settings of a Socket.IO endpoint. Those set globally are where every endpoint starts from; each may change its own.</summary>
public sealed class SocketIOOptions : EngineIOOptions
{
    /// <summary>Gets or sets how long a client may take to join its first namespace before its connection is closed.</summary>
    /// <value>The default is 45 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>Gets or sets how many namespaces a client may be in at once; one more is refused.</summary>
    /// <value>The default is 100.</value>
    public int MaxNamespacesPerConnection { get; set; } = 100;

    /// <summary>Gets or sets how many namespaces a pattern has at once, which exist because clients asked for them; one more is refused. Each pattern of the endpoint counts by itself.</summary>
    /// <value>The default is 1,000.</value>
    public int MaxChildNamespaces { get; set; } = 1_000;

    /// <summary>Gets or sets how the packets of the endpoint look on the wire.</summary>
    /// <value>The default is <see cref="SocketIOParser.Json"/>.</value>
    public SocketIOParser Parser { get; set; } = SocketIOParser.Json;

    /// <summary>Gets or sets how many binary values a packet from a client may have, and in how many places; the connection of one that sends more is closed.</summary>
    /// <value>The default is 10.</value>
    public int MaxAttachments { get; set; } = 10;

    /// <summary>Gets or sets how deep objects and arrays of a packet from a client may be nested, from 1 to 1,000; the connection of one that goes deeper is closed.</summary>
    /// <value>The default is 64.</value>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Gets or sets how many events of one connection handlers may be at work on at once, whatever namespaces they are for. While they are reached, its next event waits.</summary>
    /// <value>The default is 1: events are handled one after the other, in their order.</value>
    public int MaxConcurrentEvents { get; set; } = 1;

    /// <summary>Gets or sets how long the server waits for an acknowledgement of a client that says no other time; <see cref="Timeout.InfiniteTimeSpan"/> for as long as the client is connected.</summary>
    /// <value>The default is 30 seconds.</value>
    /// <remarks>
    /// All that wait for single clients share one timer, so that the wait may last a tenth longer, at most half a second.
    /// Clients decide whether they answer. Whoever waits for all clients of a room without a limit can be kept waiting by one of them.
    /// </remarks>
    public TimeSpan AckTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many acknowledgements of one client a namespace may wait for at once; to want one more is an <see cref="InvalidOperationException"/>.</summary>
    /// <value>The default is 1,000.</value>
    public int MaxPendingAcks { get; set; } = 1_000;

    /// <summary>Gets or sets a value indicating whether a client is cut off that sends an event with arguments that its handler cannot take.</summary>
    /// <value>The default is <see langword="false"/>: the event is logged and counted, its handler is not called, and the connection stays.</value>
    public bool CloseOnInvalidEvents { get; set; }

    /// <summary>Gets the settings of connection state recovery.</summary>
    /// <value>The default is recovery that is off.</value>
    public SocketIORecoveryOptions Recovery { get; } = new();

    /// <summary>Gets or sets the settings for arguments of events and the metadata of their types, <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>.</summary>
    /// <value>The default is <see cref="JsonSerializerDefaults.Web"/>, with an encoder that leaves letters of all languages as they are, and no metadata.</value>
    /// <remarks>Types that no resolver here knows are looked for in the JSON options of the application (<c>ConfigureHttpJsonOptions</c>).</remarks>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public JsonSerializerOptions Json
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    }
        = JsonDefaults.Create();

    internal override EndpointOptions Copy()
    {
        var copy = new SocketIOOptions();
        CopyTo(copy);
        return copy;
    }

    internal override void CopyTo(EndpointOptions target)
    {
        base.CopyTo(target);
        var copy = (SocketIOOptions)target;
        copy.ConnectTimeout = ConnectTimeout;
        copy.MaxNamespacesPerConnection = MaxNamespacesPerConnection;
        copy.MaxChildNamespaces = MaxChildNamespaces;
        copy.Parser = Parser;
        copy.MaxAttachments = MaxAttachments;
        copy.MaxJsonDepth = MaxJsonDepth;
        copy.MaxConcurrentEvents = MaxConcurrentEvents;
        copy.AckTimeout = AckTimeout;
        copy.MaxPendingAcks = MaxPendingAcks;
        copy.CloseOnInvalidEvents = CloseOnInvalidEvents;
        Recovery.CopyTo(copy.Recovery);
        copy.Json = new JsonSerializerOptions(Json);
    }
}
