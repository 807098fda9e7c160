namespace SockJS;

/// <summary>Settings of an endpoint, whichever protocol it speaks. Those set globally are where every endpoint starts from; each may change its own.</summary>
public abstract class EndpointOptions
{
    private protected EndpointOptions()
    {
    }

    /// <summary>Gets or sets how long one write to a client may take before its connection is aborted.</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how many sessions the endpoint has at once; a client that would open one more gets 503.</summary>
    /// <value>The default is 10,000.</value>
    public int MaxSessions { get; set; } = 10_000;

    /// <summary>Gets or sets how many sessions of the endpoint an authenticated user has at once; one that would open one more gets 429.</summary>
    /// <value>The default is <see langword="null"/>: as many as <see cref="MaxSessions"/>.</value>
    /// <remarks>A session counts for the user that opened it. Users without a name, and clients without a user, are not counted.</remarks>
    public int? MaxSessionsPerUser { get; set; }

    /// <summary>Gets or sets how many sessions of the endpoint clients of one address have at once; one that would open one more gets 429.</summary>
    /// <value>The default is <see langword="null"/>: as many as <see cref="MaxSessions"/>.</value>
    /// <remarks>
    /// A session counts for the address that opened it; of an IPv6 address the first 64 bits count. Many clients may share an address, and
    /// behind a proxy all do, unless the application uses forwarded headers.
    /// </remarks>
    public int? MaxSessionsPerAddress { get; set; }

    /// <summary>Gets or sets how many bytes may wait to be sent to one client. The message that reaches the limit is the last that is accepted.</summary>
    /// <value>The default is 1,048,576 bytes (1 MiB).</value>
    public int SendBufferBytes { get; set; } = 1024 * 1024;

    /// <summary>Gets or sets how many messages may wait to be sent to one client.</summary>
    /// <value>The default is 10,000.</value>
    public int SendBufferMessages { get; set; } = 10_000;

    /// <summary>Gets or sets how many bytes of messages of one client may wait for the handler; a POST or a socket waits while they are reached.</summary>
    /// <value>The default is 262,144 bytes (256 KiB).</value>
    public int ReceiveBufferBytes { get; set; } = 256 * 1024;

    /// <summary>Gets or sets how many messages of one client may wait for the handler; a POST or a socket waits while they are reached.</summary>
    /// <value>The default is 1,000.</value>
    public int ReceiveBufferMessages { get; set; } = 1_000;

    /// <summary>Gets or sets how many bytes may wait in all sessions of the endpoint together, to clients and from them.</summary>
    /// <value>The default is 1,073,741,824 bytes (1 GiB); <see langword="null"/> for as many as the buffers of all sessions have room for.</value>
    /// <remarks>
    /// While there are more, every client may have 4 KiB waiting in each direction: buffers that hold more count as full, so that senders wait,
    /// <see cref="SlowClientPolicy"/> decides on broadcasts, and clients are not read. New sessions get 503. The first 4 KiB of each buffer are
    /// not counted, and clients that keep up notice nothing. With a backlog of 4 KiB and more for each of many clients, raise it to what the
    /// process has memory for.
    /// </remarks>
    public long? MaxBufferedBytes { get; set; } = 1024 * 1024 * 1024;

    /// <summary>Gets or sets how many messages a second one client may send on average, those included that no handler understands.</summary>
    /// <value>The default is <see langword="null"/>: as many as the handler can take.</value>
    /// <remarks>
    /// Every connection has a count of its own, which ends with it. A POST or a WebSocket message costs as much as it has messages, and at
    /// least one. What becomes of those too many is said by <see cref="MessageLimitPolicy"/>.
    /// </remarks>
    public int? MessagesPerSecond { get; set; }

    /// <summary>Gets or sets how many messages a client that was silent may send at once, where there are <see cref="MessagesPerSecond"/>.</summary>
    /// <value>The default is <see langword="null"/>: those of one second.</value>
    /// <remarks>Official clients gather messages while a POST is under way, so that what comes at once is more than what was sent at once.</remarks>
    public int? MessageBurst { get; set; }

    /// <summary>Gets or sets what becomes of messages beyond <see cref="MessagesPerSecond"/>, or beyond another limit of the endpoint.</summary>
    /// <value>The default is <see cref="MessageLimitPolicy.Close"/>; SockJS clients get code 4429.</value>
    public MessageLimitPolicy MessageLimitPolicy { get; set; } = MessageLimitPolicy.Close;

    /// <summary>Gets or sets how many groups a connection may be in at once; to join one more is an <see cref="InvalidOperationException"/>.</summary>
    /// <value>The default is 100.</value>
    public int MaxGroupsPerConnection { get; set; } = 100;

    /// <summary>Gets or sets what a broadcast does with a client whose send buffer is full.</summary>
    /// <value>The default is <see cref="SlowClientPolicy.Close"/>.</value>
    public SlowClientPolicy SlowClientPolicy { get; set; } = SlowClientPolicy.Close;

    /// <summary>Gets or sets how long a broadcast waits for a client whose send buffer is full, where <see cref="SlowClientPolicy"/> is <see cref="SlowClientPolicy.Wait"/>.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan SlowClientTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the origins, beside the server's own, whose pages may use the endpoint, such as <c>https://app.example.com</c>.</summary>
    /// <value>The default is empty: pages of the same origin only.</value>
    /// <remarks>One list covers CORS headers, preflights, WebSocket upgrades and, with SockJS, the frame ancestors of the iframe page.</remarks>
    public IList<string> AllowedOrigins { get; internal set; } = [];

    /// <summary>Gets or sets a value indicating whether pages of any origin may use the endpoint.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>With cookie authentication this lets every site act as the user. Use it for endpoints that need no user, or that authenticate by message.</remarks>
    public bool AllowAnyOrigin { get; set; }

    /// <summary>Gets or sets a value indicating whether a connection is closed when the authentication of its user has expired; SockJS clients get code 4401.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>
    /// The time is <c>ExpiresUtc</c> of the ticket of the newest request, as the authentication middleware leaves it. Over HTTP each request
    /// brings a new one; a WebSocket keeps that of its handshake.
    /// </remarks>
    public bool CloseOnAuthenticationExpiration { get; set; }

    /// <summary>Gets or sets the time over which sessions are closed evenly when the host shuts down.</summary>
    /// <value>The default is zero: all at once.</value>
    /// <remarks>It has to be shorter than <c>HostOptions.ShutdownTimeout</c>, at whose end the server cuts what is still open.</remarks>
    public TimeSpan DrainWindow { get; set; }

    /// <summary>Makes an object of the same type with the same settings.</summary>
    internal abstract EndpointOptions Copy();

    /// <summary>Gives another object, of the same type, the settings of this one.</summary>
    internal virtual void CopyTo(EndpointOptions target)
    {
        target.SendTimeout = SendTimeout;
        target.MaxSessions = MaxSessions;
        target.MaxSessionsPerUser = MaxSessionsPerUser;
        target.MaxSessionsPerAddress = MaxSessionsPerAddress;
        target.SendBufferBytes = SendBufferBytes;
        target.SendBufferMessages = SendBufferMessages;
        target.ReceiveBufferBytes = ReceiveBufferBytes;
        target.ReceiveBufferMessages = ReceiveBufferMessages;
        target.MaxBufferedBytes = MaxBufferedBytes;
        target.MessagesPerSecond = MessagesPerSecond;
        target.MessageBurst = MessageBurst;
        target.MessageLimitPolicy = MessageLimitPolicy;
        target.MaxGroupsPerConnection = MaxGroupsPerConnection;
        target.SlowClientPolicy = SlowClientPolicy;
        target.SlowClientTimeout = SlowClientTimeout;
        target.AllowedOrigins = [.. AllowedOrigins];
        target.AllowAnyOrigin = AllowAnyOrigin;
        target.CloseOnAuthenticationExpiration = CloseOnAuthenticationExpiration;
        target.DrainWindow = DrainWindow;
    }
}
