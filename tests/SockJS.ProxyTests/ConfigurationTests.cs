using SockJS.ProxyTests.Daemons;

namespace SockJS.ProxyTests;

public sealed class ConfigurationTests(SharedProxies shared) : IClassFixture<SharedProxies>
{
    public static TheoryData<string> Files { get; } = [.. ProxyKind.All.Select(kind => kind.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_proxy_takes_the_configuration_without_a_warning(string file)
    {
        var (exitCode, output) = await Proxy.CheckAsync(ProxyKind.Of(file), shared.Servers);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warn", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_comes_without_TLS_is_sent_to_the_same_place_with_TLS(string file)
    {
        var proxy = shared.Of(file);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var response = await http.GetAsync(new Uri(proxy.PlainAddress, "/chat/info?t=1"));

        Assert.True((int)response.StatusCode is 301 or 302);
        Assert.Equal(("https", "/chat/info?t=1"), (response.Headers.Location!.Scheme, response.Headers.Location.PathAndQuery));
    }
}
