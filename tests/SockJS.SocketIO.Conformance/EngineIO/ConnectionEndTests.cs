using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>What the code of an application learns of the beginning and the end of its connections.</summary>
public sealed class ConnectionEndTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private readonly TaskCompletionSource<EngineIOCloseReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("1", EngineIOCloseReason.TransportClose)]
    [InlineData("2", EngineIOCloseReason.TransportError)]
    [InlineData("9", EngineIOCloseReason.ParseError)]
    [InlineData("4bye", EngineIOCloseReason.ForcedClose)]
    public async Task A_handler_is_told_why_its_connection_has_ended(string packet, EngineIOCloseReason reason)
    {
        var session = await EnginePolling.OpenAsync(Start(options => { }));

        await session.PostAsync(packet);

        Assert.Equal(reason, await _ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_hook_of_handshakes_that_fails_is_logged_and_its_client_refused()
    {
        var server = Start(options => options.OnHandshake = static _ => throw new InvalidOperationException("The hook is broken."));

        var reply = await server.GetAsync(EnginePaths.Engine + EnginePaths.Polling);

        Assert.Equal((400, """{"code":3,"message":"Bad request"}"""), (reply.Status, reply.Body));
        Assert.Contains("The handshake hook of /engine.io has failed", Assert.Single(server.TakeErrors()), StringComparison.Ordinal);
    }

    private LiveServer Start(Action<EngineIOOptions> configure) => Start(
        services => services.AddEngineIO(),
        app => app.MapEngineIO(
            "/engine.io",
            async connection =>
            {
                await foreach (var message in connection.ReadAllAsync())
                {
                    if (message.ToString() == "bye")
                        await connection.CloseAsync();
                }

                _ended.SetResult(connection.CloseReason);
            },
            configure));
}
