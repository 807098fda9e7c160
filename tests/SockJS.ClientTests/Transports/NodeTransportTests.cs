using SockJS.ClientTests.Clients;

namespace SockJS.ClientTests.Transports;

public sealed class NodeTransportTests(TwoServers servers) : IClassFixture<TwoServers>
{
    public static TheoryData<string> Enabled { get; } = [.. ClientTransports.OfNode];

    [Theory]
    [MemberData(nameof(Enabled))]
    public async Task Every_message_comes_back_intact_and_the_close_of_the_server_arrives(string transport)
    {
        var echo = await NodeClient.ConverseAsync(new(servers.Endpoint("/echo"), transport)
        {
            Send = MessageCorpus.All,
            CloseAfter = MessageCorpus.All.Length,
        });
        var close = await NodeClient.ConverseAsync(new(servers.Endpoint("/close"), transport));

        Assert.Equal(transport, echo.Transport);
        Assert.Equal(MessageCorpus.All, echo.Received);
        Assert.Equal(CloseEvent.ByClient, echo.Close);
        Assert.Equal(CloseEvent.GoAway, close.Close);
    }

    [Theory]
    [MemberData(nameof(Enabled))]
    public async Task A_program_is_no_page_and_may_use_an_endpoint_that_is_for_pages_of_its_own_origin(string transport)
    {
        var outcome = await NodeClient.ConverseAsync(new(servers.Endpoint("/same-origin"), transport) { Send = ["hello"], CloseAfter = 1 });

        Assert.Equal(["hello"], outcome.Received);
    }
}
