using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Origins;

/// <summary>Pages of other origins than that of the server.</summary>
public sealed class OriginTests(Browser browser, TestServer server, PageServer home) : IClassFixture<TestServer>, IClassFixture<PageServer>
{
    public static TheoryData<ClientMode> Modes { get; } = [.. Enum.GetValues<ClientMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_page_of_the_same_origin_may_use_an_endpoint_that_is_for_such_pages(ClientMode mode)
    {
        var seen = await new Scenario("connect", mode) { Path = "/same-origin/" }.PlayInPageAsync(browser, server.Address, server.Address);

        Assert.True(seen.Flag("connected"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_foreign_page_may_use_an_endpoint_that_is_for_all(ClientMode mode)
    {
        foreach (var page in new[] { home.OtherPort, home.OtherSite })
        {
            var seen = await new Scenario("connect", mode).PlayInPageAsync(browser, page, server.Address);

            Assert.True(seen.Flag("connected"));
            Assert.Equal(mode == ClientMode.Polling ? "polling" : "websocket", seen.Text("transport"));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_foreign_page_is_refused_by_an_endpoint_that_is_for_pages_of_its_own_origin(ClientMode mode)
    {
        foreach (var page in new[] { home.OtherPort, home.OtherSite })
        {
            var seen = await new Scenario("refused-origin", mode) { Path = "/same-origin/" }.PlayInPageAsync(browser, page, server.Address);

            Assert.Equal(mode == ClientMode.WebSocket ? "websocket error" : "xhr poll error", seen.Text("message"));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_program_has_no_origin_and_may_use_it(ClientMode mode)
    {
        var seen = await new Scenario("connect", mode) { Path = "/same-origin/" }.PlayInNodeAsync(server.Address);

        Assert.True(seen.Flag("connected"));
    }
}
