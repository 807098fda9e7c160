using SockJS.Hosting;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class SockJSOptionsValidatorTests
{
    private static readonly (string Property, Action<SockJSOptions> Set)[] s_faults =
    [
        .. Spans(nameof(SockJSOptions.HeartbeatInterval), static (options, value) => options.HeartbeatInterval = value),
        .. Spans(nameof(SockJSOptions.PongTimeout), static (options, value) => options.PongTimeout = value),
        .. Spans(nameof(SockJSOptions.DisconnectDelay), static (options, value) => options.DisconnectDelay = value),
        .. Spans(nameof(SockJSOptions.SendTimeout), static (options, value) => options.SendTimeout = value),
        .. Sizes(nameof(SockJSOptions.ResponseLimit), static (options, value) => options.ResponseLimit = value),
        .. Sizes(nameof(SockJSOptions.MaxSessions), static (options, value) => options.MaxSessions = value),
        .. Sizes(nameof(SockJSOptions.MaxMessageSize), static (options, value) => options.MaxMessageSize = value),
        .. Sizes(nameof(SockJSOptions.SendBufferBytes), static (options, value) => options.SendBufferBytes = value),
        .. Sizes(nameof(SockJSOptions.SendBufferMessages), static (options, value) => options.SendBufferMessages = value),
        .. Sizes(nameof(SockJSOptions.ReceiveBufferBytes), static (options, value) => options.ReceiveBufferBytes = value),
        .. Sizes(nameof(SockJSOptions.ReceiveBufferMessages), static (options, value) => options.ReceiveBufferMessages = value),
        .. Sizes(nameof(SockJSOptions.MaxBufferedBytes), static (options, value) => options.MaxBufferedBytes = value),
        (nameof(SockJSOptions.Transports), static options => options.Transports = (SockJSTransports)256),
        (nameof(SockJSOptions.SlowClientPolicy), static options => options.SlowClientPolicy = (SlowClientPolicy)5),
        .. Spans(nameof(SockJSOptions.SlowClientTimeout), static (options, value) => options.SlowClientTimeout = value),
        .. Sizes(nameof(SockJSOptions.MaxGroupsPerConnection), static (options, value) => options.MaxGroupsPerConnection = value),
        .. Sizes(nameof(SockJSOptions.MessagesPerSecond), static (options, value) => options.MessagesPerSecond = value),
        .. Sizes(nameof(SockJSOptions.MessageBurst), static (options, value) => (options.MessagesPerSecond, options.MessageBurst) = (1, value)),
        (nameof(SockJSOptions.MessageBurst), static options => options.MessageBurst = 10),
        (nameof(SockJSOptions.MessageLimitPolicy), static options => options.MessageLimitPolicy = (MessageLimitPolicy)3),
        (nameof(SockJSOptions.SessionBinding), static options => options.SessionBinding = (SockJSSessionBinding)2),
        .. Sizes(nameof(SockJSOptions.MaxChannelsPerConnection), static (options, value) => options.MaxChannelsPerConnection = value),
        .. Sizes(nameof(SockJSOptions.MaxStreams), static (options, value) => options.MaxStreams = value),
        (nameof(SockJSOptions.InvalidMessages), static options => options.InvalidMessages = (SockJSErrorPolicy)3),
        (nameof(SockJSOptions.HandlerErrors), static options => options.HandlerErrors = (SockJSErrorPolicy)3),
        (nameof(SockJSOptions.CookieMode), static options => options.CookieMode = (SockJSCookieMode)2),
        (nameof(SockJSOptions.ClientLibraryUrl), static options => options.Transports = SockJSTransports.Iframe),
        (nameof(SockJSOptions.ClientLibraryUrl), static options => options.ClientLibraryUrl = "sockjs.js"),
        (nameof(SockJSOptions.ClientLibraryUrl), static options => options.ClientLibraryUrl = "javascript:alert(1)"),
        (nameof(SockJSOptions.BaseUrl), static options => options.BaseUrl = "no URL"),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("example.com")),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("*")),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("https://*.example.com")),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("https://example.com/path")),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("https://user@example.com")),
        (nameof(SockJSOptions.AllowedOrigins), static options => options.AllowedOrigins.Add("ftp://example.com")),
    ];

    public static TheoryData<int, string> Faults => new(s_faults.Select(static (fault, i) => (i, fault.Property)));

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_work_is_refused_under_the_name_of_the_setting(int fault, string property)
    {
        var options = new SockJSOptions();
        s_faults[fault].Set(options);
        var result = new SockJSOptionsValidator().Validate(null, options);

        Assert.True(result.Failed);
        Assert.Contains(property, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var options = new SockJSOptions { MaxSessions = 0, SendTimeout = TimeSpan.Zero, BaseUrl = "no URL" };

        Assert.Equal(3, new SockJSOptionsValidator().Validate(null, options).Failures!.Count());
    }

    [Fact]
    public void The_defaults_can_work() => AssertValid(new SockJSOptions());

    [Fact]
    public void The_bounds_themselves_can_work()
    {
        var (shortest, longest) = (TimeSpan.FromTicks(1), TimeSpan.FromDays(1));
        AssertValid(new SockJSOptions { HeartbeatInterval = shortest, PongTimeout = shortest, DisconnectDelay = longest, SendTimeout = longest });
        AssertValid(new SockJSOptions { ResponseLimit = 1, MaxSessions = 1, MaxMessageSize = 1, SendBufferBytes = 1, ReceiveBufferMessages = int.MaxValue });
        AssertValid(new SockJSOptions { Transports = SockJSTransports.None });
    }

    [Theory]
    [InlineData("/sockjs.js")]
    [InlineData("//cdn.example.com/sockjs.js")]
    [InlineData("http://cdn.example.com/sockjs.js")]
    [InlineData("https://cdn.example.com/sockjs.js")]
    public void The_client_library_may_be_here_or_elsewhere(string url)
        => AssertValid(new SockJSOptions { Transports = SockJSTransports.All, ClientLibraryUrl = url });

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("null")]
    public void Origins_are_a_scheme_and_a_host(string origin)
    {
        var options = new SockJSOptions();
        options.AllowedOrigins.Add(origin);

        AssertValid(options);
    }

    private static void AssertValid(SockJSOptions options) => Assert.Null(new SockJSOptionsValidator().Validate(null, options).FailureMessage);

    private static IEnumerable<(string Property, Action<SockJSOptions> Set)> Spans(string property, Action<SockJSOptions, TimeSpan> set)
        => new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }
            .Select(value => (property, (Action<SockJSOptions>)(options => set(options, value))));

    private static IEnumerable<(string Property, Action<SockJSOptions> Set)> Sizes(string property, Action<SockJSOptions, int> set)
        => new[] { 0, -1, int.MinValue }.Select(value => (property, (Action<SockJSOptions>)(options => set(options, value))));
}
