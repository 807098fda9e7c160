namespace ProtocolServer;

/// <summary>The services that the tools which test and measure SockJS servers expect.</summary>
public static class ProtocolApp
{
    // Test tools count on a response that ends after 4 KiB, so that they see streams being recycled.
    private const int TestResponseLimit = 4096;

    private const string WithoutWebSocket = "/disabled_websocket_echo";
    private const string WithCookie = "/cookie_needed_echo";

    /// <summary>Builds the server. <c>--urls</c> says where it listens, <c>--ClientLibraryUrl</c> where the iframe page finds the client.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // While this category logs anything at all, each request gets an activity and a log scope, which a benchmark would measure.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSockJS(options =>
        {
            options.Transports = SockJSTransports.All;
            options.AllowAnyOrigin = true;
            options.ClientLibraryUrl = builder.Configuration["ClientLibraryUrl"] ?? "/lib/sockjs.min.js";
        });
        builder.Services.Configure<SockJSOptions>("/echo", options => options.ResponseLimit = TestResponseLimit);

        var app = builder.Build();
        app.MapSockJSEndpoints();
        app.MapSockJS<Endpoints.Echo>(WithoutWebSocket, options =>
        {
            options.ResponseLimit = TestResponseLimit;
            options.Transports &= ~(SockJSTransports.WebSocket | SockJSTransports.RawWebSocket);
        });
        app.MapSockJS<Endpoints.Echo>(WithCookie, options =>
        {
            options.ResponseLimit = TestResponseLimit;
            options.CookieMode = SockJSCookieMode.JSessionId;
        });
        return app;
    }
}
