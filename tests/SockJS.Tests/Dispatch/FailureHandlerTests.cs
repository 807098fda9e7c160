using System.Text.Json;
using Microsoft.Extensions.Logging;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dispatch;

public sealed class FailureHandlerTests
{
    private static readonly string[] s_invalid =
        ["plain", """{"data":1}""", """{"type":"count","data":"x"}""", """{"type":"count"}""", """{"type":"more","data":1}"""];

    [Fact]
    public async Task What_cannot_be_understood_is_logged_and_counted_and_ignored()
    {
        using var world = await ConnectAsync();
        world.Receive([.. s_invalid, """{"type":"count","data":1}"""]);

        Assert.Equal(["count 1"], world.Handler.Calls);
        Assert.Equal(["o"], world.Sink.Frames);
        var warnings = world.Log.Entries.Where(static entry => entry.Event is { Id: 2, Name: "MessageRefused" }).ToList();
        Assert.Equal(s_invalid.Length, warnings.Count);
        Assert.All(warnings, static entry => Assert.Equal(LogLevel.Warning, entry.Level));
        Assert.All(warnings, entry => Assert.Contains(world.Session.Id, entry.Message, StringComparison.Ordinal));
        Assert.Equal(s_invalid.Length, world.Metrics.Sum("sockjs.server.invalid_messages"));
    }

    [Fact]
    public async Task Clients_are_told_what_was_wrong_where_that_is_wanted()
    {
        using var world = await ConnectAsync(static options => options.InvalidMessages = SockJSErrorPolicy.Reply);
        world.Receive([.. s_invalid, """{"type":"count","data":1}"""]);

        Assert.Equal(
            [
                """{"type":"error","data":{"code":"invalid_message","message":"Invalid message"}}""",
                """{"type":"error","data":{"code":"invalid_message","message":"Invalid message"}}""",
                """{"type":"error","data":{"code":"invalid_payload","message":"Invalid message"}}""",
                """{"type":"error","data":{"code":"invalid_payload","message":"Invalid message"}}""",
                """{"type":"error","data":{"code":"unknown_type","message":"Unknown message"}}""",
            ],
            world.Sink.Messages);
        Assert.Equal(["count 1"], world.Handler.Calls);
    }

    [Fact]
    public async Task Details_are_told_only_where_that_is_wanted_too()
    {
        using var world = await ConnectAsync(static options =>
        {
            options.InvalidMessages = SockJSErrorPolicy.Reply;
            options.DetailedErrors = true;
        });
        world.Receive("""{"type":"count"}""");

        Assert.Equal(["""{"type":"error","data":{"code":"invalid_payload","message":"The payload is missing."}}"""], world.Sink.Messages);
    }

    [Theory]
    [InlineData("plain", "c[4400,\"Invalid message\"]")]
    [InlineData("""{"type":"count","data":"x"}""", "c[4400,\"Invalid message\"]")]
    [InlineData("""{"type":"more","data":1}""", "c[4404,\"Unknown message\"]")]
    public async Task A_connection_can_be_closed_for_it(string message, string frame)
    {
        using var world = await ConnectAsync(static options => options.InvalidMessages = SockJSErrorPolicy.Close);
        world.Receive(message, """{"type":"count","data":1}""");
        await world.Sink.Ended.SoonAsync();

        Assert.Equal(["o", frame], world.Sink.Frames);
        await Eventually.TrueAsync(() => world.Handler.Calls.Count == 1);
        Assert.StartsWith("closed InvalidMessage 44", world.Handler.Calls[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_clients_sent_makes_no_lines_in_the_log()
    {
        using var world = await ConnectAsync();
        world.Receive($$"""{"type":"tags","data":{"{{"\u2028"}}a\n\u2029{{new string('x', 5000)}}":"x"} }""");

        var warning = Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
        Assert.DoesNotContain(warning.Message, static unit => char.IsControl(unit) || unit is '\u2028' or '\u2029');
        Assert.InRange(warning.Message.Length, 1, 400);
    }

    [Fact]
    public async Task Who_floods_with_nonsense_does_not_fill_the_log()
    {
        using var world = await ConnectAsync();
        for (var i = 0; i < 150; i++)
            world.Receive("nonsense");

        Assert.Equal(100, world.Log.Entries.Count(static entry => entry.Event.Name == "MessageRefused"));
        Assert.Equal(50, world.Log.Entries.Count(static entry => entry.Event is { Id: 4, Name: "FurtherMessageRefused" } && entry.Level == LogLevel.Debug));
        Assert.Equal(150, world.Metrics.Sum("sockjs.server.invalid_messages"));

        world.Time.Advance(TimeSpan.FromMinutes(1));
        world.Receive("nonsense");
        Assert.Equal(101, world.Log.Entries.Count(static entry => entry.Event.Name == "MessageRefused"));
    }

    [Fact]
    public async Task An_exception_of_a_handler_closes_the_connection_without_details()
    {
        using var world = await ConnectAsync();
        world.Log.Expect("HandlerFailed");
        world.Receive("""{"type":"fail"}""", """{"type":"count","data":1}""");
        await world.Sink.Ended.SoonAsync();

        Assert.Equal(["o", "c[4500,\"Internal error\"]"], world.Sink.Frames);
        Assert.Equal("secret", Assert.Single(world.Log.Errors).Exception?.Message);
        await Eventually.TrueAsync(() => world.Handler.Calls.Count == 1);
        Assert.Equal(["closed HandlerFailed 4500"], world.Handler.Calls);
    }

    [Theory]
    [InlineData(SockJSErrorPolicy.Ignore, new string[0])]
    [InlineData(SockJSErrorPolicy.Reply, new[] { """{"type":"error","data":{"code":"internal_error","message":"Internal error"}}""" })]
    public async Task A_connection_can_outlive_an_exception(SockJSErrorPolicy policy, string[] messages)
    {
        using var world = await ConnectAsync(options => options.HandlerErrors = policy);
        world.Log.Expect("HandlerFailed");
        world.Receive("""{"type":"fail"}""", """{"type":"count","data":1}""");

        Assert.Equal(messages, world.Sink.Messages);
        Assert.Single(world.Log.Errors);
        Assert.Equal(["count 1"], world.Handler.Calls);
    }

    [Fact]
    public async Task Details_of_an_exception_fit_into_a_close_frame()
    {
        using var world = await ConnectAsync(static options => options.DetailedErrors = true);
        world.Log.Expect("HandlerFailed");
        world.Receive("""{"type":"fail","data":""}""".Replace("fail", "failWide", StringComparison.Ordinal));
        await world.Sink.Ended.SoonAsync();

        var reason = JsonSerializer.Deserialize<JsonElement[]>(world.Sink.Frames[1].AsSpan(1))![1].GetString();
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 30)), reason);
    }

    private static Task<TypedWorld> ConnectAsync(Action<SockJSOptions>? configure = null)
        => TypedWorld.ConnectAsync(
            static routes =>
            {
                routes.On<int>("count", static (self, _, _, payload) => self.Note($"count {payload}"));
                routes.On<Dictionary<string, int>>("tags", static (self, _, _, payload) => self.Note("tags"));
                routes.On("fail", static (_, _, _) => throw new InvalidOperationException("secret"));
                routes.On("failWide", static (_, _, _) => throw new InvalidOperationException(string.Concat(Enumerable.Repeat("😀", 60))));
            },
            configure);
}
