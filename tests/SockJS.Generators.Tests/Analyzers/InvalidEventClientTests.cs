using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidEventClientTests
{
    [Theory]
    [InlineData("{|SOCKJS310:void|} Say();", "'Say' returns 'void' instead of Task or ValueTask, be it of an answer or of none")]
    [InlineData("Task<{|SOCKJS310:Action|}> Say();", "the answer that 'Say' waits for cannot be read: it is nothing that JSON could hold")]
    [InlineData("int {|SOCKJS310:Count|} { get; }", "'Count' is not a method")]
    [InlineData("Task {|SOCKJS310:Say|}<T>();", "'Say' is generic")]
    [InlineData("Task Say({|SOCKJS310:Action|} call);", "the parameter 'call' of 'Say' cannot be sent: it is nothing that JSON could hold")]
    [InlineData("Task {|SOCKJS310:Say|}(int a, int b, int c, int d, int e);", "'Say' sends more than four arguments: put them into one type")]
    [InlineData("Task SayAsync(); Task {|SOCKJS310:Say|}(int a);", "'Say' sends the message 'say', as 'SayAsync' does")]
    [InlineData("Task {|SOCKJS310:DisconnectAsync|}();", "'DisconnectAsync' sends the event 'disconnect', which clients raise themselves")]
    [InlineData("[Message({|SOCKJS310:\"connect\"|})] Task A();", "'A' sends the event 'connect', which clients raise themselves")]
    public async Task A_method_that_cannot_emit_is_reported(string members, string problem)
        => Assert.Equal($"'IClient' cannot be a client interface: {problem}", Assert.Single(await AnalyzerTest.VerifyAsync(Client(members))));

    [Theory]
    [InlineData("ValueTask SayAsync(string? text, CancellationToken token = default); Task Left();")]
    [InlineData("Task<int> AskAsync(string question, CancellationToken token); ValueTask<byte[]?> ReadAsync(); Task<List<string>> ListAsync();")]
    [InlineData("ValueTask Four(int a, ReadOnlyMemory<byte> b, CancellationToken token, byte[] c, object d);")]
    [InlineData("int Count => 1; void Twice() { }")]
    public async Task Methods_that_emit_are_fine(string members) => await AnalyzerTest.VerifyAsync(Client(members));

    private static string Client(string members)
        => $$"""
            public interface IClient { {{members}} }
            [SocketIONamespace("/", Client = typeof(IClient))] public partial class A { [OnConnect] void M() { } }
            """;
}
