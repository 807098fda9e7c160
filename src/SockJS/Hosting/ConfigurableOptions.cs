namespace SockJS.Hosting;

/// <summary>The settings that a configuration file can have. The binder would go into <see cref="SockJSOptions.Json"/>, where it needs reflection.</summary>
internal sealed class ConfigurableOptions
{
    private readonly SockJSOptions _options = new();

    public ConfigurableOptions()
    {
    }

    public ConfigurableOptions(SockJSOptions options) => _options = options;

    public SockJSTransports Transports
    {
        get => _options.Transports;
        set => _options.Transports = value;
    }

    public string? ClientLibraryUrl
    {
        get => _options.ClientLibraryUrl;
        set => _options.ClientLibraryUrl = value;
    }

    public TimeSpan HeartbeatInterval
    {
        get => _options.HeartbeatInterval;
        set => _options.HeartbeatInterval = value;
    }

    public TimeSpan PongTimeout
    {
        get => _options.PongTimeout;
        set => _options.PongTimeout = value;
    }

    public TimeSpan DisconnectDelay
    {
        get => _options.DisconnectDelay;
        set => _options.DisconnectDelay = value;
    }

    public TimeSpan SendTimeout
    {
        get => _options.SendTimeout;
        set => _options.SendTimeout = value;
    }

    public int ResponseLimit
    {
        get => _options.ResponseLimit;
        set => _options.ResponseLimit = value;
    }

    public int MaxSessions
    {
        get => _options.MaxSessions;
        set => _options.MaxSessions = value;
    }

    public int? MaxSessionsPerUser
    {
        get => _options.MaxSessionsPerUser;
        set => _options.MaxSessionsPerUser = value;
    }

    public int? MaxSessionsPerAddress
    {
        get => _options.MaxSessionsPerAddress;
        set => _options.MaxSessionsPerAddress = value;
    }

    public int MaxMessageSize
    {
        get => _options.MaxMessageSize;
        set => _options.MaxMessageSize = value;
    }

    public int SendBufferBytes
    {
        get => _options.SendBufferBytes;
        set => _options.SendBufferBytes = value;
    }

    public int SendBufferMessages
    {
        get => _options.SendBufferMessages;
        set => _options.SendBufferMessages = value;
    }

    public int ReceiveBufferBytes
    {
        get => _options.ReceiveBufferBytes;
        set => _options.ReceiveBufferBytes = value;
    }

    public int ReceiveBufferMessages
    {
        get => _options.ReceiveBufferMessages;
        set => _options.ReceiveBufferMessages = value;
    }

    public int? MessagesPerSecond
    {
        get => _options.MessagesPerSecond;
        set => _options.MessagesPerSecond = value;
    }

    public int? MessageBurst
    {
        get => _options.MessageBurst;
        set => _options.MessageBurst = value;
    }

    public MessageLimitPolicy MessageLimitPolicy
    {
        get => _options.MessageLimitPolicy;
        set => _options.MessageLimitPolicy = value;
    }

    public int MaxGroupsPerConnection
    {
        get => _options.MaxGroupsPerConnection;
        set => _options.MaxGroupsPerConnection = value;
    }

    public int MaxChannelsPerConnection
    {
        get => _options.MaxChannelsPerConnection;
        set => _options.MaxChannelsPerConnection = value;
    }

    public SlowClientPolicy SlowClientPolicy
    {
        get => _options.SlowClientPolicy;
        set => _options.SlowClientPolicy = value;
    }

    public TimeSpan SlowClientTimeout
    {
        get => _options.SlowClientTimeout;
        set => _options.SlowClientTimeout = value;
    }

    public IList<string> AllowedOrigins => _options.AllowedOrigins;

    public bool AllowAnyOrigin
    {
        get => _options.AllowAnyOrigin;
        set => _options.AllowAnyOrigin = value;
    }

    public SockJSCookieMode CookieMode
    {
        get => _options.CookieMode;
        set => _options.CookieMode = value;
    }

    public string? BaseUrl
    {
        get => _options.BaseUrl;
        set => _options.BaseUrl = value;
    }

    public SockJSSessionBinding SessionBinding
    {
        get => _options.SessionBinding;
        set => _options.SessionBinding = value;
    }

    public bool CloseOnAuthenticationExpiration
    {
        get => _options.CloseOnAuthenticationExpiration;
        set => _options.CloseOnAuthenticationExpiration = value;
    }

    public SockJSErrorPolicy InvalidMessages
    {
        get => _options.InvalidMessages;
        set => _options.InvalidMessages = value;
    }

    public SockJSErrorPolicy HandlerErrors
    {
        get => _options.HandlerErrors;
        set => _options.HandlerErrors = value;
    }

    public bool DetailedErrors
    {
        get => _options.DetailedErrors;
        set => _options.DetailedErrors = value;
    }

    public int MaxStreams
    {
        get => _options.MaxStreams;
        set => _options.MaxStreams = value;
    }
    public int ShutdownCode
    {
        get => _options.ShutdownCode;
        set => _options.ShutdownCode = value;
    }

    public string ShutdownReason
    {
        get => _options.ShutdownReason;
        set => _options.ShutdownReason = value;
    }

    public TimeSpan DrainWindow
    {
        get => _options.DrainWindow;
        set => _options.DrainWindow = value;
    }
}
