namespace SockJS.Hosting;

/// <summary>The settings that a configuration file can have. The binder would go into <see cref="SockJSOptions.Json"/>, where it needs reflection.</summary>
internal sealed class ConfigurableOptions(SockJSOptions options) : ConfigurableEndpointOptions(options)
{
    private readonly SockJSOptions _options = options;

    public ConfigurableOptions()
        : this(new SockJSOptions())
    {
    }

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

    public int ResponseLimit
    {
        get => _options.ResponseLimit;
        set => _options.ResponseLimit = value;
    }

    public int MaxMessageSize
    {
        get => _options.MaxMessageSize;
        set => _options.MaxMessageSize = value;
    }

    public int MaxChannelsPerConnection
    {
        get => _options.MaxChannelsPerConnection;
        set => _options.MaxChannelsPerConnection = value;
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
}
