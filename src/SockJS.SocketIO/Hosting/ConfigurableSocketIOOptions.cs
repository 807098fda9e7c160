using SockJS.SocketIO.EngineIO.Hosting;

namespace SockJS.SocketIO.Hosting;

/// <summary>The settings that a configuration file can have. The binder would go into <see cref="SocketIOOptions.Json"/>, where it needs reflection.</summary>
internal sealed class ConfigurableSocketIOOptions(SocketIOOptions options) : ConfigurableEngineIOOptions(options)
{
    private readonly SocketIOOptions _options = options;

    public ConfigurableSocketIOOptions()
        : this(new SocketIOOptions())
    {
    }

    public TimeSpan ConnectTimeout
    {
        get => _options.ConnectTimeout;
        set => _options.ConnectTimeout = value;
    }

    public int MaxNamespacesPerConnection
    {
        get => _options.MaxNamespacesPerConnection;
        set => _options.MaxNamespacesPerConnection = value;
    }

    public int MaxChildNamespaces
    {
        get => _options.MaxChildNamespaces;
        set => _options.MaxChildNamespaces = value;
    }

    public SocketIOParser Parser
    {
        get => _options.Parser;
        set => _options.Parser = value;
    }

    public int MaxAttachments
    {
        get => _options.MaxAttachments;
        set => _options.MaxAttachments = value;
    }

    public int MaxJsonDepth
    {
        get => _options.MaxJsonDepth;
        set => _options.MaxJsonDepth = value;
    }

    public int MaxConcurrentEvents
    {
        get => _options.MaxConcurrentEvents;
        set => _options.MaxConcurrentEvents = value;
    }

    public TimeSpan AckTimeout
    {
        get => _options.AckTimeout;
        set => _options.AckTimeout = value;
    }

    public int MaxPendingAcks
    {
        get => _options.MaxPendingAcks;
        set => _options.MaxPendingAcks = value;
    }

    public bool CloseOnInvalidEvents
    {
        get => _options.CloseOnInvalidEvents;
        set => _options.CloseOnInvalidEvents = value;
    }

    public SocketIORecoveryOptions Recovery => _options.Recovery;
}
