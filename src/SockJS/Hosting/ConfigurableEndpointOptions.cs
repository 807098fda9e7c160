namespace SockJS.Hosting;

/// <summary>The settings that a configuration file can have for endpoints of every kind.</summary>
internal abstract class ConfigurableEndpointOptions(EndpointOptions options)
{
    public TimeSpan SendTimeout
    {
        get => options.SendTimeout;
        set => options.SendTimeout = value;
    }

    public int MaxSessions
    {
        get => options.MaxSessions;
        set => options.MaxSessions = value;
    }

    public int? MaxSessionsPerUser
    {
        get => options.MaxSessionsPerUser;
        set => options.MaxSessionsPerUser = value;
    }

    public int? MaxSessionsPerAddress
    {
        get => options.MaxSessionsPerAddress;
        set => options.MaxSessionsPerAddress = value;
    }

    public int SendBufferBytes
    {
        get => options.SendBufferBytes;
        set => options.SendBufferBytes = value;
    }

    public int SendBufferMessages
    {
        get => options.SendBufferMessages;
        set => options.SendBufferMessages = value;
    }

    public int ReceiveBufferBytes
    {
        get => options.ReceiveBufferBytes;
        set => options.ReceiveBufferBytes = value;
    }

    public int ReceiveBufferMessages
    {
        get => options.ReceiveBufferMessages;
        set => options.ReceiveBufferMessages = value;
    }

    public long? MaxBufferedBytes
    {
        get => options.MaxBufferedBytes;
        set => options.MaxBufferedBytes = value;
    }

    public int? MessagesPerSecond
    {
        get => options.MessagesPerSecond;
        set => options.MessagesPerSecond = value;
    }

    public int? MessageBurst
    {
        get => options.MessageBurst;
        set => options.MessageBurst = value;
    }

    public MessageLimitPolicy MessageLimitPolicy
    {
        get => options.MessageLimitPolicy;
        set => options.MessageLimitPolicy = value;
    }

    public int MaxGroupsPerConnection
    {
        get => options.MaxGroupsPerConnection;
        set => options.MaxGroupsPerConnection = value;
    }

    public SlowClientPolicy SlowClientPolicy
    {
        get => options.SlowClientPolicy;
        set => options.SlowClientPolicy = value;
    }

    public TimeSpan SlowClientTimeout
    {
        get => options.SlowClientTimeout;
        set => options.SlowClientTimeout = value;
    }

    public IList<string> AllowedOrigins => options.AllowedOrigins;

    public bool AllowAnyOrigin
    {
        get => options.AllowAnyOrigin;
        set => options.AllowAnyOrigin = value;
    }

    public bool CloseOnAuthenticationExpiration
    {
        get => options.CloseOnAuthenticationExpiration;
        set => options.CloseOnAuthenticationExpiration = value;
    }

    public TimeSpan DrainWindow
    {
        get => options.DrainWindow;
        set => options.DrainWindow = value;
    }
}
