using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidManagerTests
{
    [Theory]
    [InlineData("int", "", "'int' cannot be the session manager of the endpoint: it is not derived from SockJSSessionManager")]
    [InlineData("X[]", "public class X : SockJSSessionManager;", "it is not derived from SockJSSessionManager")]
    [InlineData("X", "public class X;", "it is not derived from SockJSSessionManager")]
    [InlineData("X", "public abstract class X : SockJSSessionManager;", "it is abstract")]
    [InlineData("X<>", "public class X<T> : SockJSSessionManager;", "it has open type parameters")]
    [InlineData("X", "file class X : SockJSSessionManager;", "it is local to its file")]
    [InlineData("X", "public class X : SockJSSessionManager { private X() { } }", "it has no constructor that can be called")]
    [InlineData("X", "public class X : SockJSSessionManager { [ActivatorUtilitiesConstructor] private X() { } public X(IDisposable a) { } }", "it has no constructor that can be called")]
    [InlineData("X", "public class X : SockJSSessionManager { public X() { } public X(IDisposable a) { } }", "it has 2 constructors to choose from")]
    [InlineData("X", "public class X(SockJSConnection c) : SockJSSessionManager { object C => c; }", "it takes 'c' of type 'SockJSConnection', which is no service")]
    [InlineData("X", "public class X(CancellationToken t) : SockJSSessionManager { object T => t; }", "it takes 't' of type 'CancellationToken', which is no service")]
    [InlineData("X", "public class X(string s) : SockJSSessionManager { object S => s; }", "it takes 's' of type 'string', which is no service")]
    [InlineData("X", "public class X(Microsoft.AspNetCore.Http.HttpContext h) : SockJSSessionManager { object H => h; }", "it takes 'h' of type 'HttpContext', which is no service")]
    [InlineData("X", "public class X : SockJSSessionManager { public required string Name { get; set; } }", "it has the required member 'Name', which is set by nobody")]
    public async Task A_manager_that_cannot_be_made_is_reported(string type, string declaration, string message)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""using System.Threading; {{declaration}} [SockJSEndpoint("/a", Manager = {|SOCKJS012:typeof({{type}})|})] public partial class A { [OnMessage] void M() { } }""");

        Assert.EndsWith(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SockJSSessionManager", "")]
    [InlineData("X", "public class X : SockJSSessionManager;")]
    [InlineData("X<int>", "public class X<T> : SockJSSessionManager;")]
    [InlineData("X", "public class X(IDisposable a, IServiceProvider b, [FromKeyedServices(1)] string c, int d = 1, IDisposable? e = null) : SockJSSessionManager { object O => (a, b, c, d, e); }")]
    [InlineData("X", "public class X : SockJSSessionManager { public X() { } [ActivatorUtilitiesConstructor] public X(IDisposable a) { } }")]
    [InlineData("A.X", "public partial class A { private class X : SockJSSessionManager; }")]
    public async Task A_manager_that_services_can_make_is_fine(string type, string declaration)
        => await AnalyzerTest.VerifyAsync(
            $$"""{{declaration}} [SockJSEndpoint("/a", Manager = typeof({{type}}))] public partial class A { [OnMessage] void M() { } }""");

    [Fact]
    public async Task No_manager_is_fine()
        => await AnalyzerTest.VerifyAsync("""[SockJSEndpoint("/a", Manager = null)] public partial class A { [OnMessage] void M() { } }""");
}
