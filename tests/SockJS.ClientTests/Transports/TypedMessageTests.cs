using System.Text.Encodings.Web;
using System.Text.Json;
using SockJS.ClientTests.Clients;
using SockJS.ClientTests.Origins;

namespace SockJS.ClientTests.Transports;

/// <summary>Values that the official client sends as JSON, and gets back as JSON.</summary>
public sealed class TypedMessageTests(Browser browser, TwoServers servers) : IClassFixture<TwoServers>
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Half of a character is JSON, but no text.
    private static readonly string[] s_texts = [.. MessageCorpus.All.Where(static text => !text.Any(char.IsSurrogate) || text.Contains("\U0001F600", StringComparison.Ordinal))];

    public static TheoryData<string> OfNode { get; } = [.. ClientTransports.OfNode];

    public static TheoryData<string> OfBrowsers { get; } = [.. ClientTransports.OfSameOrigin];

    [Theory]
    [MemberData(nameof(OfNode))]
    public async Task A_program_talks_to_methods(string transport) => Check(await NodeClient.ConverseAsync(Conversation(transport)), transport);

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task A_page_talks_to_methods(string transport)
    {
        await using var client = await BrowserClient.OpenAsync(browser, servers.PageAddress(PageOrigin.Same));

        Check(await client.ConverseAsync(Conversation(transport)), transport);
    }

    private Conversation Conversation(string transport) => new(servers.Endpoint("/typed"), transport)
    {
        Send =
        [
            .. s_texts.Select(static text => JsonSerializer.Serialize(new { type = "say", data = new { text } }, s_json)),
            """{"type":"say","data":{"text":7}}""",
            """{"data":{"square":"h5","piece":"Q\u006d1"},"type":"move"}""",
            """{"type":"count","data":3}""",
        ],
        CloseAfter = s_texts.Length + 4,
    };

    private static void Check(Outcome outcome, string transport)
    {
        Assert.Equal(transport, outcome.Transport);
        Assert.Equal(
            [
                .. s_texts.Select(static text => JsonSerializer.Serialize(new { type = "said", data = new { text, length = text.Length } }, s_json)),
                """{"type":"moved","data":{"piece":"Qm1","square":"h5","fast":true}}""",
                """{"type":"number","data":1}""",
                """{"type":"number","data":2}""",
                """{"type":"number","data":3}""",
            ],
            outcome.Received);
    }
}
