namespace SockJS.Conformance.Http;

/// <summary>What some clients do although they should not.</summary>
public sealed class HttpQuirksTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "HttpQuirks.test_emptyContentLengthForPost")]
    public async Task A_post_that_states_no_length_has_no_body()
    {
        var reply = await Server.SendAsync(HttpCall.Post(NewSession() + "/xhr") with { StatesLength = false });

        Expect.Status(200, reply);
        Assert.Equal("o\n", reply.Body);
    }

    [Fact]
    public async Task A_send_that_states_no_length_has_no_payload()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");

        var reply = await Server.SendAsync(HttpCall.Post(url + "/xhr_send") with { StatesLength = false });

        Expect.Status(500, reply);
        Assert.Equal("Payload expected.", reply.Body);
    }
}
