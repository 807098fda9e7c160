using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class OriginlessTransportTests
{
    private const string Cookie = "static class Users { static void Add(IServiceCollection services) => services.AddAuthentication().AddCookie(); }";

    [Theory]
    [InlineData("SockJSTransports.JsonpPolling", "'JsonpPolling'")]
    [InlineData("SockJSTransports.Modern | SockJSTransports.HtmlFile", "'HtmlFile'")]
    [InlineData("SockJSTransports.Iframe | SockJSTransports.JsonpPolling", "'JsonpPolling', 'Iframe'")]
    [InlineData("SockJSTransports.Legacy", "'HtmlFile', 'JsonpPolling', 'Iframe'")]
    [InlineData("SockJSTransports.All & ~SockJSTransports.Iframe", "'HtmlFile', 'JsonpPolling'")]
    [InlineData("(SockJSTransports)64", "'JsonpPolling'")]
    [InlineData("(SockJSTransports.All)", "'HtmlFile', 'JsonpPolling', 'Iframe'")]
    [InlineData("Old", "'HtmlFile'")]
    [InlineData("options.Transports | SockJSTransports.HtmlFile", "'HtmlFile'")]
    public async Task A_transport_without_an_origin_is_reported_with_its_name(string value, string names)
    {
        var messages = await AnalyzerTest.VerifyAsync(Assigning("=", $"{{|SOCKJS010:{value}|}}"), Cookie);

        Assert.Equal(
            $"The transports enabled here include {names}, whose requests carry no origin to check, and a cookie tells who the user is: "
                + "leave out what is not in SockJSTransports.Modern, or authenticate without cookies",
            Assert.Single(messages));
    }

    [Fact]
    public async Task Transports_that_are_added_count_and_those_that_are_taken_away_do_not()
    {
        await AnalyzerTest.VerifyAsync(Assigning("|=", "{|SOCKJS010:SockJSTransports.Iframe|}"), Cookie);
        await AnalyzerTest.VerifyAsync(Assigning("&=", "~SockJSTransports.Iframe"), Cookie);
        await AnalyzerTest.VerifyAsync(Assigning("=", "options.Transports & ~SockJSTransports.WebSocket"), Cookie);
    }

    [Theory]
    [InlineData("SockJSTransports.Modern")]
    [InlineData("SockJSTransports.All & ~SockJSTransports.Legacy")]
    [InlineData("SockJSTransports.None")]
    [InlineData("default")]
    [InlineData("FromConfiguration()")]
    public async Task Other_transports_are_fine(string value)
        => await AnalyzerTest.VerifyAsync(Assigning("=", value), Cookie);

    [Fact]
    public async Task An_object_initializer_counts()
        => await AnalyzerTest.VerifyAsync(
            "static class Setup { static SockJSOptions Make() => new() { Transports = {|SOCKJS010:SockJSTransports.All|} }; }", Cookie);

    [Fact]
    public async Task An_option_of_that_name_elsewhere_is_not_ours()
        => await AnalyzerTest.VerifyAsync(
            """
            class Mine { public SockJSTransports Transports { get; set; } }
            static class Setup { static void Set(Mine mine) => mine.Transports = SockJSTransports.All; }
            """,
            Cookie);

    [Fact]
    public async Task Nothing_is_reported_without_cookies()
        => await AnalyzerTest.VerifyAsync(Assigning("=", "SockJSTransports.All"));

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync("#pragma warning disable SOCKJS010 // No user has an old browser.\n" + Assigning("=", "SockJSTransports.All"), Cookie);

    private static string Assigning(string assignment, string value)
        => $$"""
            static class Setup
            {
                private const SockJSTransports Old = SockJSTransports.HtmlFile;
                static SockJSTransports FromConfiguration() => Old;
                static void Set(IServiceCollection services) => services.AddSockJS(options => options.Transports {{assignment}} {{value}});
            }
            """;
}
