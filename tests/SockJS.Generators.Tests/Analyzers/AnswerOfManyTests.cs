using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AnswerOfManyTests
{
    [Theory]
    [InlineData("await socket.To(\"a\").Client<IClient>().{|SOCKJS312:AskAsync|}(1);")]
    [InlineData("var all = socket.Broadcast.Client<IClient>(); await all.{|SOCKJS312:AskAsync|}(1);")]
    [InlineData("await socket.Volatile.Client<IClient>().{|SOCKJS312:AskAsync|}(1);")]
    [InlineData("await SocketIOClientExtensions.Client<IClient>(socket.In(\"a\").Except(\"b\")).{|SOCKJS312:AskAsync|}(1);")]
    public async Task An_answer_of_an_audience_is_reported(string body)
    {
        var messages = await AnalyzerTest.VerifyAsync(Handler(body));

        Assert.StartsWith("'AskAsync' waits for the answer of one client, and an audience has many", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await socket.Client<IClient>().AskAsync(1);")]
    [InlineData("await client.AskAsync(1);")]
    [InlineData("await socket.Broadcast.Client<IClient>().TellAsync();")]
    [InlineData("var one = socket.Client<IClient>(); await one.AskAsync(1);")]
    public async Task Answers_of_a_socket_and_events_without_are_fine(string body) => await AnalyzerTest.VerifyAsync(Handler(body));

    private static string Handler(string body)
        => $$"""
            public interface IClient { Task<int> AskAsync(int number); ValueTask TellAsync(); }
            [SocketIONamespace("/", Client = typeof(IClient))]
            public partial class A { [OnEvent("a")] async Task M(SocketIOSocket socket, IClient client) { {{body}} } }
            """;
}
