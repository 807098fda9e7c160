using System.Text;

namespace SockJS.Conformance.Http;

/// <summary>Clients and proxies of the age of HTTP/1.0.</summary>
public sealed class Http10Tests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "Http10.test_synchronous")]
    public async Task An_answer_has_a_length_or_ends_with_the_connection()
    {
        var connection = await Server.ConnectHttpAsync();
        var reply = await connection.SendAsync(HttpCall.Get("/echo", ("Connection", "Keep-Alive")) with { Version = "1.0" });

        Expect.Status(200, reply);
        Assert.Null(reply["Transfer-Encoding"]);
        Assert.Equal("Welcome to SockJS!\n", reply.Body);
        Assert.True(reply["Content-Length"] is null or "19");
        if (!"keep-alive".Equals(reply["Connection"], StringComparison.OrdinalIgnoreCase))
            await connection.Wire.AssertEndAsync();
        else
            Assert.NotNull(reply["Content-Length"]);
    }

    [Fact]
    [Trait("Suite", "Http10.test_streaming")]
    public async Task A_stream_is_raw_bytes_until_the_connection_ends()
    {
        var connection = await Server.ConnectHttpAsync();
        var call = HttpCall.Post(NewSession("/close") + "/xhr_streaming", ("Connection", "Keep-Alive")) with { Version = "1.0" };

        var reply = await connection.OpenAsync(call);

        Expect.Ok(Expect.JavaScript, reply);
        Assert.Null(reply["Transfer-Encoding"]);
        Assert.Null(reply["Content-Length"]);
        Assert.False("keep-alive".Equals(reply["Connection"], StringComparison.OrdinalIgnoreCase));
        var body = Encoding.UTF8.GetString(await connection.Wire.ReadToEndAsync());
        Assert.Equal(new string('h', 2048) + "\no\nc[3000,\"Go away!\"]\n", body);
    }

    [Theory]
    [InlineData("POST", "/xhr", "o\n")]
    [InlineData("GET", "/jsonp?c=cb", "/**/cb(\"o\");\r\n")]
    public async Task A_poll_works_too(string method, string path, string body)
    {
        var reply = await Server.SendAsync(new HttpCall(method, NewSession() + path) { Version = "1.0" });

        Expect.Status(200, reply);
        Assert.Null(reply["Transfer-Encoding"]);
        Assert.Equal(body, reply.Body);
    }
}
