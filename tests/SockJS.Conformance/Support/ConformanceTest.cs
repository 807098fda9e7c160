namespace SockJS.Conformance.Support;

/// <summary>Base of the tests: the protocol server, and servers with settings of the test's own.</summary>
/// <remarks>Each class has its own protocol server, so that an error it logs is an error of that class.</remarks>
public abstract class ConformanceTest(ProtocolServerFixture fixture) : IClassFixture<ProtocolServerFixture>, IAsyncLifetime
{
    private readonly List<LiveServer> _own = [];

    protected LiveServer Server => fixture.Server;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _own)
            await server.DisposeAsync();
        await Server.CutAsync();

        foreach (var server in _own)
            server.AssertNoErrors();
        Server.AssertNoErrors();
        AssertMarkedAsItIs();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the URL of a session that does not exist yet.</summary>
    protected static string NewSession(string prefix = "/echo") => $"{prefix}/000/{Guid.NewGuid():N}";

    /// <summary>Makes the URL of a path, with a session that does not exist yet where the path says <c>{session}</c>.</summary>
    protected static string UrlOf(string path, string prefix = "/echo")
        => prefix + path.Replace("{session}", $"000/{Guid.NewGuid():N}", StringComparison.Ordinal);

    protected LiveServer Start(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var server = LiveServer.Start(services, map);
        _own.Add(server);
        return server;
    }

    /// <summary>Starts a server with one service, <c>/echo</c>, open to any origin and with every transport unless the settings say otherwise.</summary>
    protected LiveServer StartEcho(Action<SockJSOptions> configure) => Start("/echo", Handlers.Echo, configure);

    /// <summary>Starts a server with one service.</summary>
    protected LiveServer Start(string prefix, Func<SockJSConnection, Task> handler, Action<SockJSOptions>? configure = null)
        => Start(
            services => services.AddSockJS(OpenToAll),
            app => app.MapSockJS(prefix, handler, configure));

    /// <summary>Starts a server whose service <c>/echo</c> writes down how its connections end.</summary>
    protected LiveServer StartRecorder(Action<SockJSOptions> configure, out CloseLog log)
    {
        var ends = log = new CloseLog();
        return Start(
            services => services.AddSingleton(ends).AddSockJS(OpenToAll),
            app => app.MapSockJS<Recorder>("/echo", configure));
    }

    // A run against a server elsewhere leaves out what is marked: all that would not reach that server, and nothing else.
    private void AssertMarkedAsItIs()
    {
        if (TestContext.Current is not { TestCase: { } test, TestState.Result: TestResult.Passed })
            return;
        var marked = test.Traits.TryGetValue(OwnServerAttribute.Name, out var values) && values.Contains(OwnServerAttribute.Value);
        Assert.True(marked == _own.Count > 0, marked ? "Starts no server: remove [OwnServer]." : "Starts a server: mark it with [OwnServer].");
    }

    protected static void OpenToAll(SockJSOptions options)
    {
        options.Transports = SockJSTransports.All;
        options.AllowAnyOrigin = true;
        options.ClientLibraryUrl = "/lib/sockjs.min.js";
    }
}
