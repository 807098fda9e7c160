using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.Tests.Support;
using SockJS.Transports;
using Xunit;

namespace SockJS.Tests.Transports;

public sealed class HttpFrameSinkTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void An_abort_cuts_the_request_of_the_receiver_and_not_the_one_that_comes_after_it(bool isReleased, int aborts)
    {
        using var response = new ResponseFake();
        var http = response.Request();
        var connection = new AbortCount();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        var sink = new HttpFrameSink(http, SockJSTransports.XhrPolling, XhrFormat.Polling, limit: 0);
        if (isReleased)
            sink.Release();
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
