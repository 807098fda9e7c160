using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedArgumentTests
{
    private const string Types =
        """
        namespace App;

        public interface IClient { ValueTask SaidAsync(string text); }
        public interface IOther { ValueTask SaidAsync(string text); }
        public abstract class Shape;
        public sealed record Say(string Text);
        public sealed class Orders(IDisposable database) { public int Count => database.GetHashCode(); }

        """;

    [Theory]
    [InlineData("OnEvent(\"a\")", "{|SOCKJS306:SocketIODisconnectReason|} reason", "the reason is there for [OnDisconnect] methods alone")]
    [InlineData("OnEvent(\"a\")", "ref {|SOCKJS306:string|} text", "it is passed by reference or in any number")]
    [InlineData("OnEvent(\"a\")", "params {|SOCKJS306:string[]|} texts", "it is passed by reference or in any number")]
    [InlineData("OnEvent(\"a\")", "{|SOCKJS306:Orders|} orders", "a service is marked with [FromServices]")]
    [InlineData("OnEvent(\"a\")", "string text, {|SOCKJS306:Shape|} shape", "since it is abstract; a service is marked with [FromServices]")]
    [InlineData("OnEvent(\"a\")", "{|SOCKJS306:SockJSConnection|} connection", "a service is marked with [FromServices]")]
    [InlineData("OnEvent(\"a\")", "{|SOCKJS306:System.Security.Claims.ClaimsPrincipal|} user", "the user is SocketIOSocket.User")]
    [InlineData("OnEvent(\"a\")", "{|SOCKJS306:Microsoft.AspNetCore.Http.HttpContext|} http", "and what is known of the first is SocketIOSocket.Handshake")]
    [InlineData("OnConnect", "{|SOCKJS306:SocketIOAck|} ack", "only events are acknowledged")]
    [InlineData("OnConnect", "{|SOCKJS306:SocketIOArguments|} arguments", "only events have arguments")]
    [InlineData("OnConnect", "{|SOCKJS306:string|} auth", "the auth payload is a JSON object")]
    [InlineData("OnConnect", "Say auth, {|SOCKJS306:Say|} again", "the auth payload is one value, and 'auth' takes it; a service is marked with [FromServices]")]
    [InlineData("OnAnyEvent", "string name, {|SOCKJS306:string|} text", "'name' takes the name of the event")]
    [InlineData("OnAnyEvent", "{|SOCKJS306:int|} number", "the SocketIOAck, a cancellation token and services")]
    [InlineData("OnDisconnect", "{|SOCKJS306:string|} text", "it takes the reason, the socket, a cancellation token and services")]
    [InlineData("OnDisconnect", "{|SOCKJS306:IClient|} client", "a socket that is disconnected gets no events")]
    [InlineData("OnDisconnect", "{|SOCKJS306:SocketIOAck|} ack", "only events are acknowledged")]
    public async Task A_parameter_that_nothing_fits_is_reported(string attribute, string parameters, string problem)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            Types + $$"""[SocketIONamespace("/", Client = typeof(IClient))] public partial class A { [{{attribute}}] void M({{parameters}}) { } }""");

        Assert.EndsWith(problem, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OnConnect", "Say? auth, SocketIOSocket s, IClient c, CancellationToken t, IServiceProvider p, IDisposable d")]
    [InlineData("OnEvent(\"a\")", "SocketIOSocket s, int a, byte[] b, ReadOnlyMemory<byte>? c, Say d, IClient e, IOther f, SocketIOArguments g, SocketIOAck h, CancellationToken i")]
    [InlineData("OnEvent(\"a\")", "System.Text.Json.JsonElement a, object b, [Microsoft.AspNetCore.Mvc.FromServices] Orders orders")]
    [InlineData("OnAnyEvent", "SocketIOArguments a, string name, SocketIOAck b, SocketIOSocket c, IClient d, Version service")]
    [InlineData("OnDisconnect", "SocketIOSocket a, SocketIODisconnectReason b, CancellationToken c, Version service, [FromKeyedServices(1)] string text")]
    public async Task Everything_that_can_be_supplied_is_fine(string attribute, string parameters)
        => await AnalyzerTest.VerifyAsync(
            Types + $$"""[SocketIONamespace("/", Client = typeof(IClient))] public partial class A { [{{attribute}}] void M({{parameters}}) { } }""");
}
