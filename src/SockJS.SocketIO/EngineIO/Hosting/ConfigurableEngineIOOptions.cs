using SockJS.Hosting;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>The settings that a configuration file can have.</summary>
internal class ConfigurableEngineIOOptions(EngineIOOptions options) : ConfigurableEndpointOptions(options)
{
    private readonly EngineIOOptions _options = options;

    public ConfigurableEngineIOOptions()
        : this(new EngineIOOptions())
    {
    }

    public EngineIOTransports Transports
    {
        get => _options.Transports;
        set => _options.Transports = value;
    }

    public bool AllowUpgrades
    {
        get => _options.AllowUpgrades;
        set => _options.AllowUpgrades = value;
    }

    public TimeSpan PingInterval
    {
        get => _options.PingInterval;
        set => _options.PingInterval = value;
    }

    public TimeSpan PingTimeout
    {
        get => _options.PingTimeout;
        set => _options.PingTimeout = value;
    }

    public TimeSpan UpgradeTimeout
    {
        get => _options.UpgradeTimeout;
        set => _options.UpgradeTimeout = value;
    }

    public TimeSpan CloseLinger
    {
        get => _options.CloseLinger;
        set => _options.CloseLinger = value;
    }

    public int MaxPayload
    {
        get => _options.MaxPayload;
        set => _options.MaxPayload = value;
    }

    public int MaxPacketsPerPoll
    {
        get => _options.MaxPacketsPerPoll;
        set => _options.MaxPacketsPerPoll = value;
    }

    public EngineIOCookieOptions Cookie => _options.Cookie;
}
