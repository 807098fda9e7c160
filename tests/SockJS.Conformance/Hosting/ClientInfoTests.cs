namespace SockJS.Conformance.Hosting;

/// <summary>What a handler may know of its client's request.</summary>
[OwnServer]
public sealed class ClientInfoTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Prefix = "/base/api/tell";

    [Fact]
    public async Task The_path_is_that_of_the_endpoint_without_the_ids_of_the_client()
    {
        var server = StartTelling(client => client.Path);

        Assert.Equal([Prefix, Prefix, Prefix], await AskEachWayAsync(server));
    }

    [Fact]
    public async Task The_parameters_of_the_path_are_without_the_ids_of_the_client()
    {
        var server = StartTelling(static client => string.Join(' ', client.RouteValues.Select(static one => $"{one.Key}={one.Value}")));

        Assert.Equal(["tenant=api", "tenant=api", "tenant=api"], await AskEachWayAsync(server));
    }

    [Fact]
    public async Task The_headers_are_without_what_authenticates_the_client_or_names_its_session()
    {
        var server = StartTelling(NamesOfHeaders);

        var told = await AskEachWayAsync(
            server, ("Referer", $"{server.Origin}{Prefix}/000/secret/iframe.html"), ("Cookie", "a=b"), ("Authorization", "Bearer a"), ("X-Kept", "a"));

        Assert.All(told, names =>
        {
            Assert.Contains("X-Kept", names.Split(' '));
            Assert.Empty(names.Split(' ').Intersect(["Referer", "Cookie", "Authorization"], StringComparer.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Headers_beyond_8192_characters_are_left_out()
    {
        var server = StartTelling(NamesOfHeaders);

        var told = await AskEachWayAsync(server, ("X-Kept", new string('a', 4000)), ("X-Large", new string('a', 4192)));

        Assert.All(told, names =>
        {
            Assert.Contains("X-Kept", names.Split(' '));
            Assert.DoesNotContain("X-Large", names.Split(' '));
        });
    }

    private static string NamesOfHeaders(SockJSClientInfo client) => string.Join(' ', client.Headers.Keys);

    private static async Task<string[]> AskEachWayAsync(LiveServer server, params (string Name, string Value)[] headers)
    {
        var url = NewSession(Prefix);
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", headers)).Body);
        var polled = (await server.PostAsync(url + "/xhr")).Body;

        var socket = await server.OpenWebSocketAsync(NewSession(Prefix) + "/websocket", headers);
        Assert.Equal("o", await socket.ReadTextAsync());
        var raw = await server.OpenWebSocketAsync(Prefix + "/websocket", headers);

        return [Text(polled.TrimEnd('\n')), Text(await socket.ReadTextAsync()), await raw.ReadTextAsync()];
    }

    private static string Text(string frame)
    {
        Assert.StartsWith("a[\"", frame, StringComparison.Ordinal);
        return frame[3..^2];
    }

    private LiveServer StartTelling(Func<SockJSClientInfo, string> tell) => Start(
        services => services.AddSockJS(OpenToAll),
        app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapGroup("/{tenant}").MapSockJS("/tell", async connection =>
            {
                await connection.SendAsync(tell(connection.Client));
                await Handlers.Sink(connection);
            });
        });
}
