using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.EngineIO.Hosting;

namespace SockJS.SocketIO.Tests.EngineIO.Hosting;

public sealed class EngineIOOptionsValidatorTests
{
    private static readonly (string Property, Action<EngineIOOptions> Set)[] s_faults =
    [
        (nameof(EngineIOOptions.Transports), static options => options.Transports = (EngineIOTransports)4),
        (nameof(EngineIOOptions.PingInterval), static options => options.PingInterval = TimeSpan.FromMicroseconds(999)),
        (nameof(EngineIOOptions.PingInterval), static options => options.PingInterval = Timeout.InfiniteTimeSpan),
        (nameof(EngineIOOptions.PingTimeout), static options => options.PingTimeout = TimeSpan.Zero),
        (nameof(EngineIOOptions.PingTimeout), static options => options.PingTimeout = TimeSpan.FromDays(2)),
        (nameof(EngineIOOptions.UpgradeTimeout), static options => options.UpgradeTimeout = TimeSpan.Zero),
        (nameof(EngineIOOptions.CloseLinger), static options => options.CloseLinger = TimeSpan.Zero),
        (nameof(EngineIOOptions.MaxPayload), static options => options.MaxPayload = 0),
        (nameof(EngineIOOptions.MaxPacketsPerPoll), static options => options.MaxPacketsPerPoll = 0),
        ("Cookie.Name", static options => options.Cookie.Name = ""),
        ("Cookie.Name", static options => options.Cookie.Name = "a b"),
        ("Cookie.Name", static options => options.Cookie.Name = "a=b"),
        ("Cookie.Path", static options => options.Cookie.Path = "app"),
        ("Cookie.Path", static options => options.Cookie.Path = "/; secure"),
        ("Cookie.Path", static options => options.Cookie.Path = null!),
        ("Cookie.Domain", static options => options.Cookie.Domain = ""),
        ("Cookie.Domain", static options => options.Cookie.Domain = "a\r\nb"),
        ("Cookie.SameSite", static options => options.Cookie.SameSite = (SameSiteMode)9),
        ("Cookie.SecurePolicy", static options => options.Cookie.SecurePolicy = (CookieSecurePolicy)9),
        (nameof(EndpointOptions.SendTimeout), static options => options.SendTimeout = TimeSpan.Zero),
        (nameof(EndpointOptions.MaxSessions), static options => options.MaxSessions = 0),
        (nameof(EndpointOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("example.com")),
    ];

    public static TheoryData<int, string> Faults => new(s_faults.Select(static (fault, i) => (i, fault.Property)));

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_work_is_refused_under_the_name_of_the_setting(int fault, string property)
    {
        var options = new EngineIOOptions();
        s_faults[fault].Set(options);
        var result = new EngineIOOptionsValidator().Validate(null, options);

        Assert.StartsWith($"Property {property}: ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_and_bounds_can_work()
    {
        AssertValid(new EngineIOOptions());
        AssertValid(new EngineIOOptions { PingInterval = TimeSpan.FromMilliseconds(1), PingTimeout = TimeSpan.FromDays(1), MaxPayload = 1, MaxPacketsPerPoll = 1 });
        AssertValid(new EngineIOOptions { Transports = EngineIOTransports.None, Cookie = { Name = "__Host-io", Path = "/app", Domain = "example.com" } });
    }

    private static void AssertValid(EngineIOOptions options) => Assert.Null(new EngineIOOptionsValidator().Validate(null, options).FailureMessage);
}
