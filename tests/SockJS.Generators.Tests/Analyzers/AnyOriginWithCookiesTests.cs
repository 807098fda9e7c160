using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AnyOriginWithCookiesTests
{
    private const string Cookie = "static class Users { static void Add(IServiceCollection services) => services.AddAuthentication().AddCookie(); }";

    private const string Generated = "[System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1.0\")]\n";

    private const string Open = "static class Setup { static void Set(SockJSOptions options) => options.AllowAnyOrigin = {|SOCKJS011:true|}; }";

    private const string Fine = "static class Setup { static void Set(SockJSOptions options) => options.AllowAnyOrigin = true; }";

    // Methods of packages that are no part of the shared framework, by their names.
    private const string Packages =
        """
        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.AspNetCore.Authentication;

            public static class IdentityServiceCollectionUIExtensions { public static void AddDefaultIdentity<T>(this IServiceCollection services) { } }
            public static class OpenIdConnectExtensions { public static void AddOpenIdConnect(this AuthenticationBuilder builder) { } }
            public static class JwtBearerExtensions { public static void AddJwtBearer(this AuthenticationBuilder builder) { } }
        }

        namespace Microsoft.Identity.Web
        {
            using Microsoft.AspNetCore.Authentication;

            public static class MicrosoftIdentityWebAppAuthenticationBuilderExtensions { public static void AddMicrosoftIdentityWebApp(this AuthenticationBuilder builder) { } }
            public static class MicrosoftIdentityWebAppServiceCollectionExtensions { public static void AddMicrosoftIdentityWebAppAuthentication(this IServiceCollection services) { } }
        }
        """;

    [Fact]
    public async Task An_endpoint_open_to_all_is_reported_where_cookies_are_used()
        => Assert.Equal(
            "Pages of every site may use the endpoint, and a cookie tells who the user is, so that each of them can act as its visitor: "
                + "list the sites in AllowedOrigins, or authenticate without cookies",
            Assert.Single(await AnalyzerTest.VerifyAsync(Open, Cookie)));

    [Theory]
    [InlineData("app.MapSockJS<Chat>(configure: options => options.AllowAnyOrigin = {|SOCKJS011:true|});")]
    [InlineData("app.MapSockJS(\"/b\", _ => Task.CompletedTask, options => { options.AllowAnyOrigin |= {|SOCKJS011:true|}; });")]
    [InlineData("_ = new SockJSOptions { AllowAnyOrigin = {|SOCKJS011:Yes|} };")]
    public async Task Every_way_to_set_it_counts(string statement) => await AnalyzerTest.VerifyAsync(Program(statement), Cookie);

    [Theory]
    [InlineData("app.MapSockJS<Chat>(configure: options => options.AllowAnyOrigin = false);")]
    [InlineData("app.MapSockJS<Chat>(configure: options => options.AllowAnyOrigin = app.Environment.ContentRootPath == null);")]
    [InlineData("app.MapSockJS<Chat>(configure: options => options.AllowAnyOrigin &= true);")]
    [InlineData("app.MapSockJS<Chat>(configure: options => options.AllowedOrigins.Add(\"https://example.com\"));")]
    public async Task What_may_be_closed_is_fine(string statement) => await AnalyzerTest.VerifyAsync(Program(statement), Cookie);

    [Theory]
    [InlineData("services.AddIdentity<User, User>()")]
    [InlineData("services.AddIdentityApiEndpoints<User>()")]
    [InlineData("services.AddIdentityCore<User>(); services.AddAuthentication().AddIdentityCookies()")]
    [InlineData("new Microsoft.AspNetCore.Identity.IdentityBuilder(typeof(User), services).Services.AddAuthentication().AddApplicationCookie()")]
    [InlineData("CookieExtensions.AddCookie(services.AddAuthentication(), \"a\", null!)")]
    [InlineData("services.AddAuthentication()?.AddCookie(cookie => { })")]
    [InlineData("services.AddDefaultIdentity<User>()")]
    [InlineData("services.AddAuthentication().AddOpenIdConnect()")]
    [InlineData("services.AddAuthentication().AddMicrosoftIdentityWebApp()")]
    [InlineData("services.AddMicrosoftIdentityWebAppAuthentication()")]
    public async Task Every_way_to_sign_in_by_cookie_counts(string call) => await AnalyzerTest.VerifyAsync(Open, Users(call), Packages);

    [Theory]
    [InlineData("services.AddAuthentication()")]
    [InlineData("services.AddIdentityCore<User>()")]
    [InlineData("services.AddAuthentication().AddBearerToken()")]
    [InlineData("services.AddAuthentication().AddJwtBearer()")]
    [InlineData("services.AddSession(); services.AddAntiforgery(options => options.Cookie.Name = \"x\")")]
    [InlineData("Jar.AddCookie(services)")]
    public async Task Other_ways_to_sign_in_and_other_cookies_are_fine(string call) => await AnalyzerTest.VerifyAsync(Fine, Users(call), Packages);

    [Fact]
    public async Task The_cookie_may_be_added_in_generated_code_but_nothing_is_reported_there()
    {
        await AnalyzerTest.VerifyAsync(Open, Generated + Cookie);
        await AnalyzerTest.VerifyAsync(Cookie, Generated + Fine);
    }

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync("#pragma warning disable SOCKJS011 // The endpoint asks for no user.\n" + Fine, Cookie);

    private static string Program(string statement)
        => $$"""
            namespace App
            {
                using Microsoft.AspNetCore.Builder;

                [SockJSEndpoint("/a")] public partial class Chat { [OnMessage] void M() { } }
                static class Setup { const bool Yes = true; static void Map(WebApplication app) { {{statement}} } }
            }
            """;

    private static string Users(string call)
        => $$"""
            namespace App
            {
                using Microsoft.AspNetCore.Identity;
                using Microsoft.Identity.Web;

                class User;
                static class Jar { public static void AddCookie(IServiceCollection services) { } }
                static class Users { static void Add(IServiceCollection services) { {{call}}; } }
            }
            """;
}
