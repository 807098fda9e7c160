using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SockJS;

/// <summary>Settings of an endpoint. Those set globally are where every endpoint starts from; each may change its own.</summary>
public sealed class SockJSOptions : EndpointOptions
{
    /// <summary>Gets or sets the transports that are served; the URLs of all others answer 404.</summary>
    /// <value>The default is <see cref="SockJSTransports.Modern"/>.</value>
    /// <remarks>The members of <see cref="SockJSTransports.Legacy"/> carry no origin that a server could check; think twice before a cookie-authenticated endpoint serves them.</remarks>
    public SockJSTransports Transports { get; set; } = SockJSTransports.Modern;

    /// <summary>Gets or sets the URL of the SockJS client library that the iframe page loads. It begins with <c>/</c> or <c>http</c>, and must be the version that the pages use.</summary>
    /// <value>The default is <see langword="null"/>. Required with <see cref="SockJSTransports.Iframe"/>.</value>
    public string? ClientLibraryUrl { get; set; }

    /// <summary>Gets or sets the time between two heartbeats to a client that is receiving.</summary>
    /// <value>The default is 25 seconds.</value>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Gets or sets how long a WebSocket may leave a ping unanswered before it is closed with 3000 "No response from heartbeat".</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how long a session without a receiver lives.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan DisconnectDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how many bytes of frames a streaming response carries before it ends and the client opens the next.</summary>
    /// <value>The default is 131,072 bytes (128 KiB).</value>
    public int ResponseLimit { get; set; } = 128 * 1024;

    /// <summary>Gets or sets how large a WebSocket message or the body of a POST may be. Larger ones end in close code 1009 and status 413.</summary>
    /// <value>The default is 131,072 bytes (128 KiB).</value>
    public int MaxMessageSize { get; set; } = 128 * 1024;

    /// <summary>Gets or sets a limiter that is asked for a permit for every message, beside <see cref="EndpointOptions.MessagesPerSecond"/>.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    /// <remarks>
    /// For limits that connections share, such as those of a user or a tenant. It is asked on the threads that receive and must not block.
    /// What becomes of messages without one is said by <see cref="EndpointOptions.MessageLimitPolicy"/>. The library does not dispose it, since
    /// several endpoints may have the same.
    /// </remarks>
    public PartitionedRateLimiter<SockJSConnection>? MessageLimiter { get; set; }

    /// <summary>Gets or sets how many channels a client of a multiplexed endpoint has at once; one more is closed at once. It counts until its handler has ended.</summary>
    /// <value>The default is 100.</value>
    public int MaxChannelsPerConnection { get; set; } = 100;

    /// <summary>Gets or sets whether a cookie is set for load balancers.</summary>
    /// <value>The default is <see cref="SockJSCookieMode.None"/>.</value>
    public SockJSCookieMode CookieMode { get; set; }

    /// <summary>Gets or sets the function that makes the value of the <c>JSESSIONID</c> cookie of a client that has none yet.</summary>
    /// <value>The default is <see langword="null"/>: the value is <c>dummy</c>.</value>
    public Func<HttpContext, string>? CookieValue { get; set; }

    /// <summary>Gets or sets the absolute URL that <c>/info</c> tells clients to use in place of the one they know (<c>base_url</c>).</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    public string? BaseUrl { get; set; }

    /// <summary>Gets or sets the function that makes <c>base_url</c> for a request; it goes before <see cref="BaseUrl"/>.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Func<HttpContext, string?>? BaseUrlProvider { get; set; }

    /// <summary>Gets or sets what a request has to have in common with the one that opened a session, to be answered by it; others get 404.</summary>
    /// <value>The default is <see cref="SockJSSessionBinding.User"/>.</value>
    public SockJSSessionBinding SessionBinding { get; set; }

    /// <summary>Gets or sets a function that takes from a request what it has to have in common with the one that opened its session, such as a ticket.</summary>
    /// <value>The default is <see langword="null"/>: nothing beside <see cref="SessionBinding"/>.</value>
    /// <remarks>
    /// A session keeps a hash of the string. <see langword="null"/> is the string of requests that have none: they share the sessions that were
    /// opened so. A request with more than 8,192 characters has no session. WebSockets are not asked: no other request can join them.
    /// </remarks>
    public Func<HttpContext, string?>? SessionSecret { get; set; }

    /// <summary>Gets or sets the settings for payloads and the metadata of their types, <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>.</summary>
    /// <value>The default is <see cref="JsonSerializerDefaults.Web"/>, with an encoder that leaves letters of all languages as they are, and no metadata.</value>
    /// <remarks>
    /// Types that no resolver here knows are looked for in the JSON options of the application (<c>ConfigureHttpJsonOptions</c>), which
    /// reflect where the application allows it. A type that nobody knows is an error when the endpoint is mapped.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public JsonSerializerOptions Json
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    }
        = JsonDefaults.Create();

    /// <summary>Gets or sets what becomes of a connection whose message cannot be understood: no JSON, an unknown name, a payload of another form.</summary>
    /// <value>The default is <see cref="SockJSErrorPolicy.Ignore"/>. <see cref="SockJSErrorPolicy.Close"/> closes with 4400, for unknown names with 4404.</value>
    /// <remarks>No handler gets such a message. Each is logged as a warning and counted.</remarks>
    public SockJSErrorPolicy InvalidMessages { get; set; } = SockJSErrorPolicy.Ignore;

    /// <summary>Gets or sets what becomes of a connection whose message handler has thrown an exception.</summary>
    /// <value>The default is <see cref="SockJSErrorPolicy.Close"/>, with code 4500.</value>
    /// <remarks>The exception is logged. A constructor or <see cref="OnOpenAttribute"/> method that throws always closes its connection.</remarks>
    public SockJSErrorPolicy HandlerErrors { get; set; } = SockJSErrorPolicy.Close;

    /// <summary>Gets or sets a value indicating whether clients are told what was wrong: the message of the exception, in place of a general text.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>For development: such messages may tell of the inside of the application.</remarks>
    public bool DetailedErrors { get; set; }

    /// <summary>Gets or sets how many sequences that handlers returned may be on their way to one client; while they are reached, its next message waits.</summary>
    /// <value>The default is 10.</value>
    public int MaxStreams { get; set; } = 10;

    /// <summary>Gets or sets the close code that clients get when the host shuts down: 1000, or a code from 3000 to 4999.</summary>
    /// <value>The default is 3001.</value>
    public int ShutdownCode { get; set; } = SockJSCloseCodes.ShuttingDown;

    /// <summary>Gets or sets the reason that goes with <see cref="ShutdownCode"/>, at most 123 bytes of UTF-8.</summary>
    /// <value>The default is <c>Server is shutting down</c>.</value>
    public string ShutdownReason { get; set; } = "Server is shutting down";

    /// <summary>Gets or sets the function that returns the session manager of the endpoint, called once when the endpoint is mapped.</summary>
    /// <value>The default is <see langword="null"/>: the one that <see cref="SockJSEndpointAttribute.Manager"/> names, else <see cref="SockJSSessionManager"/>.</value>
    /// <remarks>Each endpoint needs an instance of its own.</remarks>
    public Func<IServiceProvider, SockJSSessionManager>? SessionManager { get; set; }

    /// <summary>Takes the session manager of the endpoint from the services of the application.</summary>
    /// <typeparam name="TManager">The type that it is registered as, a singleton.</typeparam>
    /// <remarks>Mapping the endpoint throws an <see cref="InvalidOperationException"/> where there is no such service.</remarks>
    public void UseSessionManager<TManager>()
        where TManager : SockJSSessionManager
        => SessionManager = static services => services.GetService(typeof(TManager)) as TManager
            ?? throw new InvalidOperationException(
                $"The session manager {typeof(TManager)} is no service: register it with builder.Services.AddSingleton<{typeof(TManager).Name}>().");

    internal override SockJSOptions Copy()
    {
        var copy = new SockJSOptions();
        CopyTo(copy);
        return copy;
    }

    internal override void CopyTo(EndpointOptions target)
    {
        base.CopyTo(target);
        var copy = (SockJSOptions)target;
        copy.Transports = Transports;
        copy.ClientLibraryUrl = ClientLibraryUrl;
        copy.HeartbeatInterval = HeartbeatInterval;
        copy.PongTimeout = PongTimeout;
        copy.DisconnectDelay = DisconnectDelay;
        copy.ResponseLimit = ResponseLimit;
        copy.MaxMessageSize = MaxMessageSize;
        copy.MessageLimiter = MessageLimiter;
        copy.MaxChannelsPerConnection = MaxChannelsPerConnection;
        copy.CookieMode = CookieMode;
        copy.CookieValue = CookieValue;
        copy.BaseUrl = BaseUrl;
        copy.BaseUrlProvider = BaseUrlProvider;
        copy.SessionBinding = SessionBinding;
        copy.SessionSecret = SessionSecret;
        copy.Json = new JsonSerializerOptions(Json);
        copy.InvalidMessages = InvalidMessages;
        copy.HandlerErrors = HandlerErrors;
        copy.DetailedErrors = DetailedErrors;
        copy.MaxStreams = MaxStreams;
        copy.ShutdownCode = ShutdownCode;
        copy.ShutdownReason = ShutdownReason;
        copy.SessionManager = SessionManager;
    }
}
