namespace SockJS.Conformance.Http;

/// <summary>Kept connections and chunked streams.</summary>
public sealed class Http11Tests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "Http11.test_synchronous")]
    public async Task A_connection_can_be_used_again()
    {
        var connection = await Server.ConnectHttpAsync();
        for (var i = 0; i < 2; i++)
        {
            var reply = await connection.SendAsync(HttpCall.Get("/echo", ("Connection", "Keep-Alive")));

            Expect.Status(200, reply);
            Assert.Equal("Welcome to SockJS!\n", reply.Body);
            Assert.True(reply["Connection"] is null || reply["Connection"]!.Equals("keep-alive", StringComparison.OrdinalIgnoreCase));
            Assert.True(reply.IsChunked || reply["Content-Length"] == "19");
        }
    }

    [Fact]
    [Trait("Suite", "Http11.test_streaming")]
    public async Task A_stream_is_chunked_and_its_end_keeps_the_connection()
    {
        var connection = await Server.ConnectHttpAsync();
        var reply = await connection.OpenAsync(HttpCall.Post(NewSession("/close") + "/xhr_streaming", ("Connection", "Keep-Alive")));

        Expect.Ok(Expect.JavaScript, reply);
        Assert.Equal("chunked", reply["Transfer-Encoding"]);
        Assert.Null(reply["Content-Length"]);
        Assert.Equal(new string('h', 2048) + "\n", await reply.ReadChunkAsync());
        Assert.Equal("o\n", await reply.ReadChunkAsync());
        Assert.Equal("c[3000,\"Go away!\"]\n", await reply.ReadChunkAsync());
        Assert.Null(await reply.ReadChunkAsync());

        Expect.Status(200, await connection.SendAsync(HttpCall.Get("/echo")));
    }

    [Theory]
    [InlineData("POST", "/xhr_send", 404)]
    [InlineData("POST", "/xhr_send/x", 404)]
    [InlineData("PUT", "/xhr", 405)]
    [InlineData("GET", "/jsonp", 500)]
    [InlineData("GET", "/websocket", 400)]
    public async Task An_error_keeps_the_connection(string method, string path, int status)
    {
        var connection = await Server.ConnectHttpAsync();

        Expect.Status(status, await connection.SendAsync(new HttpCall(method, NewSession() + path) { Body = method == "POST" ? "[]"u8.ToArray() : null }));

        Expect.Status(200, await connection.SendAsync(HttpCall.Get("/echo")));
    }
}
