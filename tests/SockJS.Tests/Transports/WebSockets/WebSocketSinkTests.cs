using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Transports.WebSockets;
using Xunit;

namespace SockJS.Tests.Transports.WebSockets;

public sealed class WebSocketSinkTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task An_abort_cuts_the_request_of_the_socket_and_not_the_one_that_comes_after_it(bool isOver, int aborts)
    {
        var http = new DefaultHttpContext();
        var connection = new AbortCount();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        await using var sink = new WebSocketSink(http, session: null, Stream.Null, SockJSTransports.WebSocket, TimeProvider.System);
        if (isOver)
            await sink.DisposeAsync();
        sink.Abort();

        Assert.Equal(aborts, connection.Aborts);
    }

    private sealed class AbortCount : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public int Aborts { get; private set; }

        public void Abort() => Aborts++;
    }
}
