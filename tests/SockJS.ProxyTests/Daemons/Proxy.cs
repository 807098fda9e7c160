using System.Net;
using System.Net.Sockets;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests.Daemons;

/// <summary>A real proxy with a configuration of the guide, in a folder and on ports of its own.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    // Below those that the system gives to whoever asks for any, which it might give away before the proxy listens.
    private static int s_lastPort = Random.Shared.Next(15_000, 30_000);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sockjs-proxy-");
    private readonly string _file;
    private readonly ProxyKind _kind;
    private Daemon? _daemon;

    private Proxy(ProxyKind kind, IReadOnlyList<ChatServer> servers, string timeout)
    {
        _kind = kind;
        _file = Path.Combine(_folder.FullName, kind.FileName);
        Certificate = new Certificate(_folder.FullName);
        var (plain, secure) = (FreePort(), FreePort());
        PlainAddress = new Uri($"http://127.0.0.1:{plain}");
        Address = new Uri($"https://127.0.0.1:{secure}");

        var configuration = new Configuration(kind.FileName).Replace("10.0.0.1:5000", servers[0].Address).Replace("10.0.0.2:5000", servers[1].Address);
        if (timeout != ProxyKind.Timeout)
            configuration.Replace(ProxyKind.Timeout, timeout);
        kind.Adapt(configuration, _folder.FullName, Certificate, plain, secure);
        File.WriteAllText(_file, configuration.Text);
    }

    public Uri PlainAddress { get; }

    public Uri Address { get; }

    public Uri Endpoint => new(Address, "/chat");

    public Certificate Certificate { get; }

    /// <summary>Starts a proxy.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="servers">The two servers behind it.</param>
    /// <param name="timeout">What it takes for idle, in place of the guide's minute.</param>
    public static async Task<Proxy> StartAsync(ProxyKind kind, IReadOnlyList<ChatServer> servers, string timeout = ProxyKind.Timeout)
    {
        var proxy = new Proxy(kind, servers, timeout);
        try
        {
            proxy._daemon = await Daemon.StartAsync(kind.Program, kind.RunArguments(proxy._file, proxy._folder.FullName), proxy.Address);
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns what the proxy says of its configuration, and whether it would take it.</summary>
    public static async Task<(int ExitCode, string Output)> CheckAsync(ProxyKind kind, IReadOnlyList<ChatServer> servers)
    {
        await using var proxy = new Proxy(kind, servers, ProxyKind.Timeout);
        return await Daemon.RunAsync(kind.Program, kind.CheckArguments(proxy._file, proxy._folder.FullName));
    }

    public override string ToString() => _kind.ToString();

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref s_lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else listens there.
            }
        }
    }
}
