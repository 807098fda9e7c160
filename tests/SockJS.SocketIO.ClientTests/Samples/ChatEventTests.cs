namespace SockJS.SocketIO.ClientTests.Samples;

/// <summary>What the page would not send.</summary>
public sealed class ChatEventTests(Browser browser) : IAsyncDisposable
{
    private readonly ChatServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("""["join", "cellar"]""", "There is no such room.")]
    [InlineData("""["join", ""]""", "There is no such room.")]
    [InlineData("""["join", "Lobby"]""", "There is no such room.")]
    [InlineData("""["say", "   "]""", "An empty message says nothing.")]
    [InlineData("""["say", "x".repeat(1000)]""", null)]
    [InlineData("""["say", "x".repeat(1001)]""", "A message has at most 1000 characters.")]
    [InlineData("""["show", "x.png", new Uint8Array(500001)]""", "A picture has at most 500 kB.")]
    [InlineData("""["show", "x.png", new Uint8Array(0)]""", "That is no picture of a kind that is shown here: PNG, JPEG, GIF or WebP.")]
    [InlineData("""["show", "x".repeat(1000), new Uint8Array([255, 216, 255])]""", null)]
    public async Task Events_are_answered_with_what_is_wrong_with_them(string @event, string? problem)
        => Assert.Equal(problem, await AskAsync($$"""
            await socket.emitWithAck("join", "lobby");
            return (await socket.emitWithAck(...{{@event}})).problem;
            """));

    [Theory]
    [InlineData("""["say", "hi"]""")]
    [InlineData("""["show", "x.png", new Uint8Array([255, 216, 255])]""")]
    public async Task Only_who_is_in_a_room_speaks(string @event)
        => Assert.Equal("You are in no room.", await AskAsync($"return (await socket.emitWithAck(...{@event})).problem;"));

    // That they are left alone is all: whoever sends them learns nothing, and nobody is harmed.
    [Theory]
    [InlineData("""["fly"]""")]
    [InlineData("""["said", "lobby", "hi"]""")]
    [InlineData("""["say"]""")]
    [InlineData("""["say", { text: "hi" }]""")]
    [InlineData("""["say", null]""")]
    [InlineData("""["show", "x.png", "text"]""")]
    [InlineData("""["show", new Uint8Array(3), new Uint8Array(3)]""")]
    public async Task Events_that_make_no_sense_are_survived(string @event)
        => Assert.Null(await AskAsync($$"""
            socket.emit(...{{@event}});
            return (await socket.emitWithAck("join", "lobby")).problem;
            """));

    [Theory]
    [InlineData("{}", "Please say a name.")]
    [InlineData("""{ name: "" }""", "Please say a name.")]
    [InlineData("""{ name: "x".repeat(25) }""", "A name has at most 24 characters.")]
    [InlineData("""{ name: "a\u200bb" }""", "A name has visible characters only.")]
    [InlineData("""{ name: 7 }""", "Invalid auth payload")]
    public async Task Nobody_comes_in_without_a_proper_name(string auth, string problem)
        => Assert.Equal(problem, await AskAsync("return null;", auth));

    /// <summary>Has a page run a script with a socket of its own.</summary>
    /// <returns>What the script returns, or why the socket was refused.</returns>
    private async Task<string?> AskAsync(string script, string auth = """{ name: "Eve" }""")
    {
        var page = await browser.OpenAsync(_server.Address);
        try
        {
            return await page.EvaluateAsync<string?>($$"""
                async () => {
                    const socket = io("/chat", { auth: {{auth}}, transports: ["websocket"], forceNew: true });
                    const problem = await new Promise(resolve => {
                        socket.once("connect", () => resolve(null));
                        socket.once("connect_error", error => resolve(error.message));
                    });
                    if (problem !== null)
                        return problem;
                    {{script}}
                }
                """);
        }
        finally
        {
            await page.Context.DisposeAsync();
        }
    }
}
