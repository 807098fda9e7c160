using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Tests.Support;
using SockJS.Transports.WebSockets;
using Xunit;

namespace SockJS.Tests.Transports.WebSockets;

public sealed class WebSocketConversationTests
{
    [Fact]
    public async Task A_handshake_that_outlasts_its_session_ends_the_request()
    {
        using var world = new SessionWorld();
        var upgrade = new SlowUpgrade();
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpUpgradeFeature>(upgrade);
        http.Features.Set<IHttpRequestLifetimeFeature>(upgrade);
        http.Request.Path = "/test/websocket";
        http.Request.Headers.Upgrade = "websocket";
        http.Request.Headers.SecWebSocketVersion = "13";
        http.Request.Headers.SecWebSocketKey = "dGhlIHNhbXBsZSBub25jZQ==";
        var conversation = WebSocketConversation.RunAsync(http, world.Table, SockJSTransports.WebSocket);
        world.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(0, world.SessionCount);
        upgrade.Stream.SetResult(new MemoryStream());

        await conversation.SoonAsync();
        Assert.True(upgrade.Aborted);
    }

    private sealed class SlowUpgrade : IHttpUpgradeFeature, IHttpRequestLifetimeFeature
    {
        public TaskCompletionSource<Stream> Stream { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Aborted { get; private set; }

        public bool IsUpgradableRequest => true;

        public CancellationToken RequestAborted { get; set; }

        public Task<Stream> UpgradeAsync() => Stream.Task;

        public void Abort() => Aborted = true;
    }
}
