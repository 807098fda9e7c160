namespace SockJS.ProxyTests.Daemons;

internal sealed class HAProxyKind(string fileName) : ProxyKind("haproxy", fileName)
{
    public override void Adapt(Configuration configuration, string folder, Certificate certificate, int plainPort, int securePort) => configuration
        .Replace("bind :80", $"bind 127.0.0.1:{plainPort}")
        .Replace("bind :443 ", $"bind 127.0.0.1:{securePort} ")
        .Replace("/etc/haproxy/www.example.com.pem", certificate.BothFile);

    public override string[] RunArguments(string file, string folder) => ["-db", "-f", file];

    public override string[] CheckArguments(string file, string folder) => ["-c", "-f", file];
}
