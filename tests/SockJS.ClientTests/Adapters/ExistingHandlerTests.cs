using System.Text;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Transports;

namespace SockJS.ClientTests.Adapters;

/// <summary>Handlers that were written for TCP and for WebSockets, unchanged, behind the official client.</summary>
public sealed class ExistingHandlerTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    private const string End = "<the end>";

    // What is UTF-8 has no lone surrogates.
    private static readonly string[] s_messages = [.. MessageCorpus.All.Select(static text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))];

    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = [.. ClientTransports.OfSameOrigin];

    private Conversation Bytes(string transport) => new(servers.Endpoint("/bytes"), transport) { Send = [.. MessageCorpus.All, End], CloseOn = End };

    private Conversation Socket(string transport)
        => new(servers.Endpoint("/socket"), transport) { Send = MessageCorpus.All, CloseAfter = MessageCorpus.All.Length };

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task Every_byte_comes_back_from_a_handler_for_TCP_to_Node(string transport)
        => AssertBytes(transport, await NodeClient.ConverseAsync(Bytes(transport)));

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task Every_byte_comes_back_from_a_handler_for_TCP_to_a_browser(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.Service.Address);

        AssertBytes(transport, await client.ConverseAsync(Bytes(transport)));
    }

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task Every_message_comes_back_from_a_handler_for_WebSockets_to_Node(string transport)
        => AssertMessages(transport, await NodeClient.ConverseAsync(Socket(transport)));

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task Every_message_comes_back_from_a_handler_for_WebSockets_to_a_browser(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.Service.Address);

        AssertMessages(transport, await client.ConverseAsync(Socket(transport)));
    }

    private static void AssertBytes(string transport, Outcome outcome)
    {
        Assert.Equal(transport, outcome.Transport);
        Assert.Equal(string.Concat(s_messages) + End, string.Concat(outcome.Received));
        Assert.Equal(CloseEvent.ByClient, outcome.Close);
    }

    private static void AssertMessages(string transport, Outcome outcome)
    {
        Assert.Equal(transport, outcome.Transport);
        Assert.Equal(s_messages, outcome.Received);
        Assert.Equal(CloseEvent.ByClient, outcome.Close);
    }
}
