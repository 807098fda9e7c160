using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidClientTests
{
    [Theory]
    [InlineData("string", "", "'string' cannot be a client interface: it is no interface")]
    [InlineData("int[]", "", "it is no interface")]
    [InlineData("C", "public abstract class C;", "it is no interface")]
    [InlineData("I<>", "public interface I<T>;", "its type parameters are open")]
    [InlineData("O<>.I", "public class O<T> { public interface I; }", "its type parameters are open")]
    [InlineData("I", "file interface I;", "it is local to its file")]
    [InlineData("A.I", "public partial class A { private interface I; }", "it is hidden inside its outer type")]
    public async Task A_type_that_cannot_be_implemented_is_reported_where_it_is_named(string type, string declaration, string message)
        => Assert.EndsWith(
            message,
            Assert.Single(await AnalyzerTest.VerifyAsync(
                $$"""{{declaration}} [SockJSEndpoint("/a", Client = {|SOCKJS204:typeof({{type}})|})] public partial class A { [OnMessage] void M() { } }""")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("int {|SOCKJS204:Count|} { get; set; }", "'IClient' cannot be a client interface: 'Count' is not a method")]
    [InlineData("int {|SOCKJS204:this|}[int i] { get; }", "'this[]' is not a method")]
    [InlineData("event Action {|SOCKJS204:Said|};", "'Said' is not a method")]
    [InlineData("ValueTask {|SOCKJS204:Say|}<T>(T value);", "'Say' is generic")]
    [InlineData("static abstract ValueTask {|SOCKJS204:Say|}();", "'Say' is static")]
    [InlineData("protected ValueTask {|SOCKJS204:Say|}();", "'Say' is hidden")]
    [InlineData("{|SOCKJS204:void|} Say();", "'Say' returns 'void' instead of Task or ValueTask")]
    [InlineData("{|SOCKJS204:Task<int>|} Say();", "'Say' returns 'Task<int>' instead of Task or ValueTask")]
    [InlineData("{|SOCKJS204:ref Task|} Say();", "'Say' returns 'Task' instead of Task or ValueTask")]
    [InlineData("ValueTask Say(ref {|SOCKJS204:int|} value);", "the parameter 'value' of 'Say' is passed by reference")]
    [InlineData("ValueTask Say(out {|SOCKJS204:int|} value);", "the parameter 'value' of 'Say' is passed by reference")]
    [InlineData("ValueTask Say(CancellationToken a, int b, CancellationToken {|SOCKJS204:c|});", "'Say' has several cancellation tokens")]
    [InlineData("ValueTask Say({|SOCKJS204:Action|} value);", "the parameter 'value' of 'Say' cannot be sent: it is nothing that JSON could hold")]
    [InlineData("ValueTask Say(int a, {|SOCKJS204:Task<int>|} b);", "the parameter 'b' of 'Say' cannot be sent: it is nothing that JSON could hold")]
    [InlineData("ValueTask Say({|SOCKJS204:ReadOnlySpan<char>|} value);", "the parameter 'value' of 'Say' cannot be sent: it is nothing that JSON could hold")]
    [InlineData("ValueTask Say(int a); ValueTask {|SOCKJS204:Say|}(string b);", "'Say' sends the message 'say', as 'Say' does")]
    [InlineData("ValueTask SayAsync(); ValueTask {|SOCKJS204:Say|}(string b);", "'Say' sends the message 'say', as 'SayAsync' does")]
    [InlineData("ValueTask A(); [Message(\"a\")] ValueTask {|SOCKJS204:B|}();", "'B' sends the message 'a', as 'A' does")]
    [InlineData("[Message({|SOCKJS204:\" \"|})] ValueTask Say();", "the message name of 'Say' is empty")]
    [InlineData("[Message({|SOCKJS204:null!|})] ValueTask Say();", "the message name of 'Say' is empty")]
    public async Task A_member_that_cannot_send_is_reported(string member, string message)
        => Assert.EndsWith(message, Assert.Single(await AnalyzerTest.VerifyAsync(Client(member))), StringComparison.Ordinal);

    [Fact]
    public async Task Members_of_base_interfaces_are_reported_once_for_all_endpoints()
        => await AnalyzerTest.VerifyAsync(
            """
            public interface IBase { {|SOCKJS204:void|} Say(); }
            public interface IOne : IBase { ValueTask Other(); }
            [SockJSEndpoint("/a", Client = typeof(IOne))] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint("/b", Client = typeof(IOne))] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task An_interface_of_another_assembly_is_reported_where_it_is_named()
        => Assert.Contains(
            "'IDisposable' cannot be a client interface: 'Dispose' returns 'void' instead of Task or ValueTask",
            await AnalyzerTest.VerifyAsync(
                """[SockJSEndpoint("/a", Client = {|SOCKJS204:typeof(IDisposable)|})] public partial class A { [OnMessage] void M() { } }"""));

    [Theory]
    [InlineData("ValueTask SayAsync(string? text, CancellationToken token = default); Task Left();")]
    [InlineData("static int s_count; const int N = 1; static void Reset() => s_count = N; public sealed record Said;")]
    [InlineData("int Count => 1; void Twice() { } ValueTask Say<T>(T value) => default;")]
    [InlineData("ValueTask Both(object a, System.Collections.IEnumerable b, params int[] c);")]
    [InlineData("ValueTask a(); ValueTask A1(); [Message(\"A\")] ValueTask B();")]
    public async Task Methods_that_send_and_members_with_a_body_are_fine(string members) => await AnalyzerTest.VerifyAsync(Client(members));

    private static string Client(string members)
        => $$"""
            public interface IClient { {{members}} }
            [SockJSEndpoint("/a", Client = typeof(IClient))] public partial class A { [OnMessage] void M() { } }
            """;
}
