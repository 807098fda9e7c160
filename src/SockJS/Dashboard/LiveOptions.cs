namespace SockJS.Dashboard;

/// <summary>The settings of the endpoint that feeds the page.</summary>
internal static class LiveOptions
{
    /// <summary>Puts the settings in place of those that the application has for its own endpoints, such as origins that it allows.</summary>
    public static void Apply(SockJSOptions options)
        => new SockJSOptions
        {
            Transports = SockJSTransports.RawWebSocket | SockJSTransports.EventSource,
            MaxSessions = 50,
            MaxMessageSize = 4096,
            MessagesPerSecond = 10,
            MessageBurst = 30,
            SendBufferBytes = 512 * 1024,
            SlowClientPolicy = SlowClientPolicy.Coalesce,
            CloseOnAuthenticationExpiration = true,
            // A browser waits for seconds before it opens a stream again that has ended.
            ResponseLimit = 64 * 1024 * 1024,
        }.CopyTo(options);
}
