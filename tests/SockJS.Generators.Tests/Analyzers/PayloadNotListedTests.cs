using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class PayloadNotListedTests
{
    private const string Chat =
        """
        public sealed record Say(string Text);

        [SockJSEndpoint("/chat")]
        public sealed partial class Chat
        {
            [OnMessage] public void On({|SOCKJS201:Say|} say) { }
        }
        """;

    [Fact]
    public async Task A_payload_without_a_context_is_reported_where_nothing_is_reflected_upon()
        => Assert.Equal(
            "The endpoint 'Chat' has no JSON metadata for 'Say': name a JsonSerializerContext with [JsonSerializable(typeof(Say))] by JsonContext",
            Assert.Single(await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, Chat)));

    [Theory]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "FALSE", true)]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "true", false)]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "", false)]
    [InlineData("PublishAot", "True", true)]
    [InlineData("PublishAot", "false", false)]
    [InlineData("PublishAot", "", false)]
    [InlineData("Nothing", "", false)]
    public async Task Whether_reflection_is_on_is_up_to_the_project(string property, string value, bool isReported)
        => await PayloadTest.VerifyAsync((property, value), isReported ? Chat : Markup.Parse(Chat).Source);

    [Fact]
    public async Task A_payload_that_the_named_context_lacks_is_reported_in_any_project()
        => Assert.Equal(
            "The endpoint 'Chat' has no JSON metadata for 'Say[]': add [JsonSerializable(typeof(Say[]))] to 'ChatJson'",
            Assert.Single(await PayloadTest.VerifyAsync(
                ("", ""),
                """
                public sealed record Say(string Text);

                [SockJSEndpoint("/chat", JsonContext = typeof(ChatJson))]
                public sealed partial class Chat
                {
                    [OnMessage] public Say On({|SOCKJS201:Say[]|} say) => say[0];
                }

                [JsonSerializable(typeof(Say))] internal sealed partial class ChatJson : JsonSerializerContext;
                [JsonSerializable(typeof(Say[]))] internal sealed partial class OtherJson : JsonSerializerContext;
                """)));

    [Fact]
    public async Task Any_context_of_the_assembly_will_do_where_none_is_named()
        => Assert.Equal(
            "The endpoint 'Chat' has no JSON metadata for 'Left': add [JsonSerializable(typeof(Left))] to 'AJson'",
            Assert.Single(await PayloadTest.VerifyAsync(
                PayloadTest.WithoutReflection,
                """
                namespace App.Messages { public sealed record Say(string Text); public sealed record Said(string Text); public sealed record Left; }

                [SockJSEndpoint("/chat")]
                public sealed partial class Chat
                {
                    [OnMessage] public App.Messages.Said On(App.Messages.Say say) => null!;
                    [OnMessage("other")] public {|SOCKJS201:App.Messages.Left|} Other() => null!;
                }
                """,
                """
                namespace App.Json
                {
                    using App.Messages;
                    public static partial class Outer { [JsonSerializable(typeof(Say))] internal sealed partial class BJson : JsonSerializerContext; }
                    [JsonSerializable(typeof(Said))] internal sealed partial class AJson : JsonSerializerContext;
                }
                """)));

    [Theory]
    [InlineData("{|SOCKJS201:Say?|} say")]
    [InlineData("{|SOCKJS201:System.Collections.Generic.List<Say>|} all")]
    [InlineData("{|SOCKJS201:IReadOnlyDictionary<string, int>|} counts")]
    [InlineData("{|SOCKJS201:string[]|} texts")]
    [InlineData("{|SOCKJS201:DayOfWeek|} day")]
    [InlineData("{|SOCKJS201:DayOfWeek?|} day")]
    [InlineData("{|SOCKJS201:object|} value")]
    [InlineData("{|SOCKJS201:(int X, int Y)|} point")]
    [InlineData("{|SOCKJS201:IShape|} shape")]
    [InlineData("{|SOCKJS201:int[]|} numbers, {|SOCKJS201:List<string>|} names, string text, CancellationToken token")]
    [InlineData("[Microsoft.AspNetCore.Mvc.FromServices] Say service, IServiceProvider services, SockJSConnection connection, {|SOCKJS201:Say|} say")]
    public async Task Parameters_that_are_payloads_are_looked_at(string parameters)
        => await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, Handler($"void On({parameters}) {{ }}"));

    [Theory]
    [InlineData("string text")]
    [InlineData("string? text, bool b, byte b1, sbyte b2, short s1, ushort s2, int i1, uint i2, long l1, ulong l2, float f, double d, decimal m, char c")]
    [InlineData("Guid g, DateTime t1, DateTimeOffset t2, DateOnly t3, TimeOnly t4, TimeSpan t5, Uri u, byte[] bytes, System.Text.Json.JsonElement json")]
    [InlineData("int? n, Guid? g, DateOnly? d, TimeSpan? t, System.Text.Json.JsonElement? json")]
    [InlineData("ReadOnlyMemory<char> text")]
    [InlineData("ReadOnlyMemory<byte> utf8")]
    [InlineData("IDisposable service, IComparable<Say> other, [FromKeyedServices(1)] Say keyed")]
    [InlineData("SockJSConnection connection, CancellationToken token, IServiceProvider services, SockJSCloseReason reason")]
    [InlineData("Action callback, Task<Say> task, System.IO.Stream stream, Type type, ref Say say")]
    public async Task Parameters_that_need_no_metadata_and_those_that_are_none_are_fine(string parameters)
        => await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, Handler($"void On({parameters}) {{ }}"));

    [Theory]
    [InlineData("{|SOCKJS201:Say|} On() => null!;")]
    [InlineData("Task<{|SOCKJS201:Say|}> On() => null!;")]
    [InlineData("System.Threading.Tasks.ValueTask<{|SOCKJS201:Say?|}> On() => default;")]
    [InlineData("IAsyncEnumerable<{|SOCKJS201:List<Say>|}> On() => null!;")]
    [InlineData("{|SOCKJS201:IDisposable|} On() => null!;")]
    [InlineData("{|SOCKJS201:ReadOnlyMemory<char>|} On() => default;")]
    public async Task Results_are_looked_at(string method)
        => await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, Handler(method));

    [Theory]
    [InlineData("void On() { }")]
    [InlineData("Task On() => Task.CompletedTask;")]
    [InlineData("ValueTask On() => default;")]
    [InlineData("Task<string?> On() => null!;")]
    [InlineData("IAsyncEnumerable<int> On() => null!;")]
    [InlineData("Task<Action> On() => null!;")]
    public async Task Results_that_need_no_metadata_are_fine(string method)
        => await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, Handler(method));

    [Fact]
    public async Task Other_methods_are_none_of_its_business()
        => await PayloadTest.VerifyAsync(
            PayloadTest.WithoutReflection,
            """
            public sealed record Say(string Text);
            [SockJSEndpoint("/a")] public partial class A
            {
                [OnMessage] public static void Static(Say say) { }
                [OnMessage] public void Generic<T>(T value) { }
                [OnOpen] public void Open(Say service) { }
                [OnClose] public void Close(Say service) { }
                public Say None(Say say) => say;
            }
            public class B { [OnMessage] public Say On(Say say) => say; }
            """);

    [Fact]
    public async Task Handlers_of_base_classes_count_once_and_where_they_are()
        => await PayloadTest.VerifyAsync(
            PayloadTest.WithoutReflection,
            """
            public sealed record Say(string Text);
            public sealed record Move(int X);
            public abstract class Base<T>
            {
                [OnMessage("a")] public void One({|SOCKJS201:T|} value) { }
                [OnMessage("b")] public virtual void Two(Move move) { }
                [OnMessage("c")] public abstract void Three(Move move);
            }
            [SockJSEndpoint("/a")] public partial class A : Base<Say>
            {
                public override void Two({|SOCKJS201:Move|} move) { }
                public override void Three({|SOCKJS201:Move|} move) { }
            }
            """);

    [Fact]
    public async Task Methods_of_the_client_interface_count()
        => await PayloadTest.VerifyAsync(
            PayloadTest.WithoutReflection,
            """
            public sealed record Said(string Text);
            public sealed record Roster(string[] Names);
            public interface IRoster { Task RosterAsync({|SOCKJS201:Roster|} roster, CancellationToken token); }
            public interface IChat : IRoster
            {
                ValueTask SaidAsync({|SOCKJS201:Said|} said);
                ValueTask TextAsync(string text, int number);
                ValueTask DefaultAsync(Said said) => SaidAsync(said);
                static ValueTask StaticAsync(Said said) => default;
            }
            [SockJSEndpoint("/a", Client = typeof(IChat))] public partial class A { [OnMessage] public void On(string text) { } }
            """);

    [Fact]
    public async Task What_namespaces_take_return_and_send_counts()
        => Assert.Equal(
            "The namespace 'Chat' has no JSON metadata for 'Unlisted': add [JsonSerializable(typeof(Unlisted))] to 'ChatJson'",
            (await PayloadTest.VerifyAsync(
                ("", ""),
                """
                public sealed record Listed(string Text, ReadOnlyMemory<byte> Data);
                public sealed record Unlisted(string Text);
                public sealed record Receipt(int Number);
                public sealed record Auth(string Token);
                public sealed record Question(string Text);
                public interface IChatClient
                {
                    ValueTask SaidAsync(Listed said, {|SOCKJS201:Unlisted|} other);
                    Task<{|SOCKJS201:Receipt|}> AskAsync({|SOCKJS201:Question|} question, CancellationToken token);
                }

                [SocketIONamespace("/chat-{id}", JsonContext = typeof(ChatJson), Client = typeof(IChatClient))]
                public sealed partial class Chat
                {
                    [OnConnect] public void Connect({|SOCKJS201:Auth?|} auth, [FromNamespace] string id) { }
                    [OnEvent("say")] public void Say({|SOCKJS201:Unlisted|} say) { }
                    [OnEvent("fine")] public string Fine(Listed say, int times, ReadOnlyMemory<byte> data, byte[] more, SocketIOAck ack) => "";
                    [OnEvent("ask")] public async Task<{|SOCKJS201:Receipt|}> AskAsync(SocketIOSocket socket, IChatClient client) { await Task.Yield(); return new(1); }
                    [OnAnyEvent] public void Any(string name, SocketIOArguments arguments) { }
                    [OnDisconnect] public void Left(SocketIODisconnectReason reason) { }
                }

                [JsonSerializable(typeof(Listed))] internal sealed partial class ChatJson : JsonSerializerContext;
                """))
                .First(static message => message.Contains("Unlisted", StringComparison.Ordinal)));

    [Fact]
    public async Task What_is_declared_in_another_assembly_is_reported_at_the_endpoint()
    {
        var library = PayloadTest.Compile(
            TestCompilation.References,
            PayloadTest.Usings + """
            public sealed record Say(string Text);
            public sealed record Said(string Text);
            public abstract class Base { [OnMessage] public void On(Say say) { } }
            public interface IClient { Task SaidAsync(Said said); }
            [JsonSerializable(typeof(Say))] public sealed partial class LibraryJson : JsonSerializerContext;
            """);

        var messages = await PayloadTest.VerifyAsync(
            TestCompilation.References.Add(InMemory(library)),
            ("", ""),
            """[SockJSEndpoint("/a", Client = typeof(IClient), JsonContext = typeof(LibraryJson))] public partial class {|SOCKJS201:A|} : Base;""");

        Assert.Equal(
            "The endpoint 'A' has no JSON metadata for 'Said': add [JsonSerializable(typeof(Said))] to 'LibraryJson'",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("NoContext")]
    [InlineData("AbstractJson")]
    public async Task A_context_that_is_none_is_left_to_another_rule(string context)
        => await PayloadTest.VerifyAsync(
            PayloadTest.WithoutReflection,
            $$"""
            public sealed record Say(string Text);
            public class NoContext;
            public abstract class AbstractJson() : JsonSerializerContext(null);
            [SockJSEndpoint("/a", JsonContext = typeof({{context}}))] public partial class A { [OnMessage] public void On(Say say) { } }
            """);

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await PayloadTest.VerifyAsync(PayloadTest.WithoutReflection, "#pragma warning disable SOCKJS201\n" + Markup.Parse(Chat).Source);

    private static string Handler(string method)
        => $$"""
        public sealed record Say(string Text);
        [JsonPolymorphic] public interface IShape;
        [SockJSEndpoint("/a")] public partial class A { [OnMessage("a")] public {{method}} }
        """;

    private static PortableExecutableReference InMemory(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
