using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Compile;

/// <summary>Correct code with unusual names and types: what is emitted for it compiles without a warning.</summary>
public sealed class OddNamesTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("int?")]
    [InlineData("Box<Say?>")]
    [InlineData("Box<Say?>?")]
    [InlineData("Box<Box<int?>?[]>")]
    [InlineData("Box<Say>.Inner<string?>")]
    [InlineData("Dictionary<string, List<Say?>?>")]
    [InlineData("(int A, Say? B)")]
    [InlineData("(int, (Say B, string?) C)?")]
    [InlineData("Say?[]")]
    [InlineData("Say[]?[]")]
    [InlineData("@class")]
    [InlineData("@class.@event?")]
    [InlineData("@record")]
    [InlineData("global")]
    [InlineData("ReadOnlyMemory<char>?")]
    [InlineData("List<object?>")]
    [InlineData("A.Own")]
    public void Every_payload_compiles_in_every_place(string type)
        => AssertClean(
            $$"""
            public sealed record Say(string Text);
            public sealed class Box<T> { public T? Value { get; set; } public sealed class Inner<TInner>; }
            public sealed class @class { public struct @event; }
            public sealed class @record;
            public sealed class global;

            public interface IClient
            {
                ValueTask One({{type}} value);
                Task TwoAsync({{type}} value, {{type}} @class, CancellationToken token = default);
            }

            [SockJSEndpoint("/a", Client = typeof(IClient))]
            public partial class A
            {
                [OnMessage("m1")] void M1({{type}} payload) { }
                [OnMessage("m2", Reply = "r")] {{type}} M2({{type}} payload) => payload;
                [OnMessage("m3", Reply = "r")] Task<{{type}}> M3({{type}} self, IServiceProvider services, SockJSConnection connection) => Task.FromResult(self);
                [OnMessage("m4", Reply = "s")] ValueTask<{{type}}> M4({{type}} payload) => new(payload);
                [OnMessage("m5")] async IAsyncEnumerable<{{type}}> M5([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token) { await Task.Delay(1, token); yield break; }
                [OnMessage] {{type}} Other({{type}} payload) => payload;
                public sealed class Own;
            }
            """);

    [Theory]
    [InlineData("say", "Say")]
    [InlineData("\\\"quoted\\\" {0}", "a-b")]
    [InlineData("line\\nbreak\\u2028", "0")]
    [InlineData("größe", "größe")]
    [InlineData("reply", "reply2")]
    [InlineData("\\ud800", "connection")]
    [InlineData("class", "self")]
    [InlineData("// */", "routes")]
    public void Every_name_of_a_message_compiles(string name, string reply)
        => AssertClean(
            $$"""
            public interface IClient { [Message("{{name}}")] ValueTask M(int a, int b); }

            [SockJSEndpoint("/a", Client = typeof(IClient), TypeProperty = "{{name}}")]
            public partial class A
            {
                [OnMessage("{{name}}", Reply = "{{reply}}")] int M1(int a, int b) => a + b;
                [OnMessage("2", Reply = "{{reply}}")] long M2() => 2;
                [OnMessage("3", Reply = "{{name}}")] int M3() => 3;
                [OnMessage("4")] int M4() => 4;
                [OnMessage("5")] long M5() => 5;
                [OnMessage("6", Reply = "reply")] long M6() => 6;
            }
            """);

    [Fact]
    public void Keywords_and_nesting_compile_in_the_global_namespace()
        => AssertClean(
            """
            internal partial record struct @struct
            {
                internal partial interface @interface
                {
                    public interface @event { ValueTask @yield(int @from, int @where); }

                    [SockJSEndpoint("/a", Client = typeof(@event), JsonContext = typeof(classJson))]
                    internal partial record @class
                    {
                        [OnMessage("m")] void @await(string @async, int @default = 3) { }

                        [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
                        internal partial class classJson : System.Text.Json.Serialization.JsonSerializerContext;
                    }
                }
            }
            """);

    [Fact]
    public void Types_of_our_names_are_not_in_the_way()
        => AssertClean(
            """
            namespace App.SockJS { public class SourceGeneration; public class SockJSConnection; }
            namespace App.System { public class Task; }
            namespace App
            {
                public class Task; public class ValueTask; public class MessageSender; public class ClientInterface; public class AClient; public class AClient_;

                public interface IClient { global::System.Threading.Tasks.ValueTask Say(AClient one, AClient_ two); }

                [global::SockJS.SockJSEndpoint("/a", Client = typeof(IClient))]
                public partial class A
                {
                    private int JsonContext = 1, Client = 2, IsFlat;
                    [global::SockJS.OnMessage("m", Reply = "r")] public global::System.Threading.Tasks.Task<Task> HandlerResult(Task task) => global::System.Threading.Tasks.Task.FromResult(task);
                    [global::SockJS.OnClose] public void SendAsync() => IsFlat += JsonContext + Client;
                }
            }
            """);

    [Fact]
    public void Obsolete_and_experimental_types_bring_no_other_warning()
        => AssertClean(
            """
            #pragma warning disable CS0612, CS0618, APP001
            using System.Text.Json.Serialization;

            [Obsolete] public sealed class Old;
            [System.Diagnostics.CodeAnalysis.Experimental("APP001")] public sealed class New;
            [Obsolete("x")] public interface IClient { ValueTask Say(Old? old); ValueTask Twice(New a, Old[] b); [Obsolete] ValueTask Off(); }
            [Obsolete("y"), JsonSerializable(typeof(int))] internal partial class OldJson : JsonSerializerContext;

            [SockJSEndpoint("/a", Client = typeof(IClient), JsonContext = typeof(OldJson))]
            public partial class A
            {
                [OnMessage("a", Reply = "r")] List<Old> M1(New value) => [];
                [OnMessage("b")] async IAsyncEnumerable<New> M2([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token) { await Task.Delay(1, token); yield break; }
            }
            """);

    [Fact]
    public void What_nobody_may_call_is_called()
        => AssertClean(
            """
            [Obsolete("x", true)] public sealed class Old;

            [SockJSEndpoint("/a")]
            public partial class A
            {
                [Obsolete("x", true), ActivatorUtilitiesConstructor] public A(IServiceProvider services) { }
                [Obsolete("Only for clients", true), OnMessage("a", Reply = "r")] public Old M1(Old old) => old;
                [OnOpen, Obsolete("x", true)] public void Open() { }
            }
            """);

    [Fact]
    public void Code_without_annotations_compiles()
        => AssertClean(
            """
            #nullable disable
            public sealed class Say { public string Text { get; set; } }
            public interface IClient { ValueTask Say(Say say); Task Twice(string a, List<string> b); }

            [SockJSEndpoint("/a", Client = typeof(IClient))]
            public partial class A
            {
                [OnMessage("a", Reply = "r")] Say M1(Say say) => say;
                [OnMessage("b", Reply = "r")] Task<Say> M2(string a, List<string> b = null) => null;
                [OnMessage] List<string> M3(List<string> c) => c;
            }
            """);

    private static void AssertClean(string source)
    {
        var compilation = TestCompilation.Create(TestCompilation.Usings.TrimEnd() + "\n" + source);

        Assert.Equal(2, GeneratorTest.RunOnAnything(compilation).Count);
        Assert.Empty(TestCompilation.ProblemsOf(GeneratorTest.Run(compilation)));
    }
}
