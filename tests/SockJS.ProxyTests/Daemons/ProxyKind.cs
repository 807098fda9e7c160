namespace SockJS.ProxyTests.Daemons;

/// <summary>A configuration of the guide, and how its proxy is started without being a service of the system.</summary>
internal abstract class ProxyKind(string program, string fileName)
{
    /// <summary>What the configurations of the guide take for idle.</summary>
    public const string Timeout = "60s";

    public static readonly ProxyKind Nginx = new NginxKind();
    public static readonly ProxyKind HAProxy = new HAProxyKind("haproxy.cfg");
    public static readonly ProxyKind HAProxyWithCookie = new HAProxyKind("haproxy-cookie.cfg");

    public static readonly IReadOnlyList<ProxyKind> All = [Nginx, HAProxy, HAProxyWithCookie];

    public string Program => program;

    public string FileName => fileName;

    public static ProxyKind Of(string fileName) => All.Single(kind => kind.FileName == fileName);

    /// <summary>Puts the ports and the files of a test into a configuration.</summary>
    public abstract void Adapt(Configuration configuration, string folder, Certificate certificate, int plainPort, int securePort);

    public abstract string[] RunArguments(string file, string folder);

    public abstract string[] CheckArguments(string file, string folder);

    public override string ToString() => fileName;
}
