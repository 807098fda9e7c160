using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class HandlerSnapshotTests
{
    [Fact]
    public void An_echo_returns_what_it_got()
        => GeneratorTest.Verify(
            """
            namespace App;

            [SockJSEndpoint("/echo")]
            public sealed partial class Echo
            {
                [OnMessage]
                public string Say(string message) => message;
            }
            """);

    [Fact]
    public void Handlers_may_be_private_and_take_their_parameters_in_any_order()
        => GeneratorTest.Verify(
            """
            namespace App;

            public interface IRooms;
            public interface ILog<T>;
            public sealed class Clock;

            [SockJSEndpoint("/chat")]
            internal sealed partial class Chat
            {
                [OnOpen]
                private ValueTask EnterAsync(IRooms rooms, SockJSConnection connection, Clock clock) => connection.SendAsync($"{rooms} {clock}");

                [OnMessage]
                private async Task SayAsync(
                    CancellationToken closed, IRooms rooms, string message, SockJSConnection connection, IServiceProvider services,
                    [Microsoft.AspNetCore.Mvc.FromServices] Clock clock, [FromKeyedServices("big")] Clock big, ILog<string?> log)
                    => await connection.SendAsync($"{message} {rooms} {services} {clock} {big} {log}", closed);

                [OnClose]
                private void Leave(SockJSCloseReason reason, SockJSConnection connection, IRooms? rooms = null)
                {
                    _ = (reason, connection, rooms);
                }
            }
            """);

    [Fact]
    public void A_message_may_be_ignored()
        => GeneratorTest.Verify(
            """
            namespace App;

            [SockJSEndpoint("/tick")]
            public sealed partial class Tick
            {
                [OnMessage]
                public void Count()
                {
                }
            }
            """);

    [Fact]
    public void An_obsolete_handler_is_called_without_another_warning()
        => GeneratorTest.Verify(
            """
            namespace App;

            [Obsolete("old")]
            public interface IOld;

            [SockJSEndpoint("/old")]
            public sealed partial class Old
            {
                [OnMessage, Obsolete]
                public void A()
                {
                }

                [OnOpen, Obsolete("b", DiagnosticId = "APP001")]
                public void B(IOld old)
                {
                }

                [OnClose, System.Diagnostics.CodeAnalysis.Experimental("APP002")]
                public void C()
                {
                }
            }
            """);

    [Theory]
    [InlineData("void", "")]
    [InlineData("Task", "")]
    [InlineData("ValueTask", "")]
    [InlineData("string", "")]
    [InlineData("string", "?")]
    [InlineData("Task<string>", "")]
    [InlineData("Task<string?>", "")]
    [InlineData("ValueTask<string>", "")]
    [InlineData("ValueTask<string?>", "")]
    [InlineData("IAsyncEnumerable<string>", "")]
    [InlineData("IAsyncEnumerable<string?>", "")]
    public void Every_result_type_compiles(string type, string suffix)
    {
        var compilation = TestCompilation.Create(
            TestCompilation.Usings
            + $$"""
                [SockJSEndpoint("/a")]
                public sealed partial class A
                {
                    [OnOpen]
                    public {{type}}{{suffix}} Open() => throw new NotSupportedException();

                    [OnMessage]
                    public {{type}}{{suffix}} Message() => throw new NotSupportedException();
                }
                """);

        var output = GeneratorTest.Run(compilation);

        Assert.Empty(TestCompilation.ProblemsOf(output));
        Assert.Equal(2, GeneratorTest.RunOnAnything(compilation).Count);
    }
}
