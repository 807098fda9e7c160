using SockJS.AotTests.Publishing;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Transports;

namespace SockJS.AotTests;

/// <summary>What the official client sees of a published program.</summary>
public sealed class ClientTests(PublishedPrograms programs)
{
    public static TheoryData<string> Frameworks => PublishedPrograms.Frameworks;

    public static MatrixTheoryData<string, string> FrameworksAndTransports { get; } = new(
        [PublishedPrograms.Native, PublishedPrograms.Trimmed],
        ClientTransports.OfNode);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task Every_message_comes_back_intact_over_each_transport(string framework)
    {
        await using var program = await programs.Find(PublishedPrograms.Protocol, framework).StartAsync();
        foreach (var transport in ClientTransports.OfNode)
        {
            var echo = await NodeClient.ConverseAsync(new(new Uri(program.Address, "/echo"), transport)
            {
                Send = MessageCorpus.All,
                CloseAfter = MessageCorpus.All.Length,
            });

            Assert.Equal(transport, echo.Transport);
            Assert.Equal(MessageCorpus.All, echo.Received);
            Assert.Equal(CloseEvent.ByClient, echo.Close);
        }
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task The_close_of_the_server_arrives_over_each_transport(string framework)
    {
        await using var program = await programs.Find(PublishedPrograms.Protocol, framework).StartAsync();
        foreach (var transport in ClientTransports.OfNode)
        {
            var outcome = await NodeClient.ConverseAsync(new(new Uri(program.Address, "/close"), transport));

            Assert.Equal(CloseEvent.GoAway, outcome.Close);
        }
    }

    // A program for each: that one visitor has left may else be news to the next.
    [Theory]
    [MemberData(nameof(FrameworksAndTransports))]
    public async Task Typed_messages_of_the_chat_are_answered(string framework, string transport)
    {
        await using var program = await programs.Find(PublishedPrograms.Chat, framework).StartAsync();

        var outcome = await NodeClient.ConverseAsync(new(new Uri(program.Address, "/chat"), transport)
        {
            Send =
            [
                """{"type":"enter","data":"Ada"}""",
                """{"data":{"mood":"Merry","text":"hällo"},"type":"say"}""",
                """{"type":"note","data":{"text":"buy milk"}}""",
                """{"type":"say","data":{"mood":"Merry"}""",
                """{"type":"count","data":7}""",
                """{"type":"history","data":1}""",
            ],
            CloseAfter = 7,
        });

        Assert.Equal(transport, outcome.Transport);
        Assert.Equal(
            [
                """{"type":"entered","data":"Ada"}""",
                """{"type":"presence","data":{"count":1}}""",
                """{"type":"said","data":{"who":"Ada","text":"hällo","mood":"Merry"}}""",
                """{"type":"noted","data":{"text":"buy milk","times":1}}""",
                """{"type":"error","data":{"code":"invalid_payload","message":"Invalid message"}}""",
                """{"type":"unknown","data":{"type":"count","data":7}}""",
                """{"type":"said","data":{"who":"Ada","text":"hällo","mood":"Merry"}}""",
            ],
            outcome.Received);
    }
}
