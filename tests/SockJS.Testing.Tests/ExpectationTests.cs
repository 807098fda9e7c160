using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SockJS.Testing.Tests.Support;

namespace SockJS.Testing.Tests;

/// <summary>What a test is told where something else happens than it expects.</summary>
public sealed class ExpectationTests
{
    [Fact]
    public async Task A_wait_in_vain_tells_what_there_was()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.XhrStreaming, static options => options.Timeout = TimeSpan.FromSeconds(3));
        await client.SendAsync("\"one\"");
        await client.ReceiveAsync();

        var exception = await Assert.ThrowsAsync<SockJSTestTimeoutException>(() => client.ReceiveAsync());
        Assert.Equal("""Waited 3 s for a message, in vain. Received so far over XhrStreaming from /x: o, a["\"one\""]""", exception.Message);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_is_told()
    {
        await using var host = await TestHost.StartAsync(map: static app => app.Use(static (http, next) => http.Request.Path.Value!.EndsWith("/xhr", StringComparison.Ordinal)
            ? Task.Delay(Timeout.Infinite, http.RequestAborted)
            : next(http)));

        var exception = await Assert.ThrowsAsync<SockJSTestTimeoutException>(
            () => host.ConnectAsync(SockJSTransports.XhrPolling, static options => options.Timeout = TimeSpan.FromSeconds(0.5)));
        Assert.Equal("Waited 0.5 s for a connection, in vain. Received so far over XhrPolling from /x: nothing", exception.Message);
    }

    [Fact]
    public async Task A_message_in_place_of_the_close_is_told()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.RawWebSocket);
        await client.SendAsync("one");

        var exception = await Assert.ThrowsAsync<SockJSTestException>(() => client.ExpectCloseAsync());
        Assert.Equal("""There was the message "one", where a close was expected. Received so far over RawWebSocket from /x: "one" """.TrimEnd(), exception.Message);
        Assert.Equal("one", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_close_in_place_of_a_message_is_told_and_can_be_received_then()
    {
        await using var host = await TestHost.StartAsync(static connection => connection.CloseAsync(3000, "Go away!").AsTask());
        await using var client = await host.ConnectAsync(SockJSTransports.EventSource);

        var exception = await Assert.ThrowsAsync<SockJSTestException>(() => client.ReceiveAsync());
        Assert.Equal(
            """The connection was closed with 3000 "Go away!", where a message was expected. Received so far over EventSource from /x: o, c[3000,"Go away!"]""",
            exception.Message);
        Assert.Equal(3000, (await client.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task The_test_may_give_up_itself()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.WebSocket);
        using var giveUp = new CancellationTokenSource();
        var receiving = client.ReceiveAsync(giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    [Theory]
    [InlineData(SockJSTransports.XhrStreaming, "/xhr_streaming", "o\n", "2048 times h")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "o", "ended in the middle")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "o\nh\n", "more than one frame")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "", "ended before it had begun")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "hello\n", "what is no frame: hello Frames begin with")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "a[1]\n", "At character 1, '\"' was expected")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "a[\"\\x\"]\n", "escape sequence")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "a[\"x\"] \n", "nothing more was expected")]
    [InlineData(SockJSTransports.XhrPolling, "/xhr", "c[,\"x\"]\n", "a number was expected")]
    [InlineData(SockJSTransports.JsonpPolling, "/jsonp", "callback(\"o\");\r\n", "begins with")]
    [InlineData(SockJSTransports.HtmlFile, "/htmlfile", "<html>\r\n\r\n", "less than 1024 bytes")]
    [InlineData(SockJSTransports.EventSource, "/eventsource", "\r\ndata: 100%\r\n\r\n", "percent sign")]
    [InlineData(SockJSTransports.EventSource, "/eventsource", "\r\ndata: o\n\r\n\r\n", "one line of data")]
    public async Task Bytes_that_the_protocol_does_not_know_are_told(SockJSTransports transport, string url, string body, string problem)
    {
        await using var host = await TestHost.StartAsync(map: app => app.Use((http, next) =>
        {
            if (!http.Request.Path.Value!.EndsWith(url, StringComparison.Ordinal))
                return next(http);
            http.Response.ContentType = transport == SockJSTransports.EventSource ? "text/event-stream" : "text/plain";
            return http.Response.WriteAsync(body);
        }));

        var exception = await Assert.ThrowsAsync<SockJSTestException>(() => host.ConnectAsync(transport));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_application_is_told()
    {
        await using var host = await TestHost.StartAsync(map: static app => app.Use(static (HttpContext http, RequestDelegate next) => throw new NotSupportedException("so be it")));

        var exception = await Assert.ThrowsAsync<SockJSTestException>(() => host.ConnectAsync(SockJSTransports.XhrPolling));
        Assert.Equal("so be it", exception.GetBaseException().Message);
    }

    [Theory]
    [InlineData(SockJSTransports.None)]
    [InlineData(SockJSTransports.Iframe)]
    [InlineData(SockJSTransports.All)]
    public async Task A_client_has_one_transport(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.ConnectAsync(transport));
    }
}
