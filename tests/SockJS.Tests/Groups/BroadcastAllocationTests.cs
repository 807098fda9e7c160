using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class BroadcastAllocationTests
{
    private const int Clients = 1000;

    [Theory]
    [InlineData(SlowClientPolicy.Close)]
    [InlineData(SlowClientPolicy.Wait)]
    [InlineData(SlowClientPolicy.Coalesce)]
    public async Task A_broadcast_takes_less_than_a_byte_of_memory_for_each_client(SlowClientPolicy policy)
    {
        using var world = new SessionWorld(options => options.SlowClientPolicy = policy);
        for (var i = 0; i < Clients; i++)
        {
            var session = world.OpenSocket();
            session.Attach(new SilentSink(), SessionWorld.Nobody, out _);
            await session.JoinAsync("all");
        }

        // Whoever listens to the metrics makes it no dearer.
        world.Metrics.KeepsNothing = true;
        var group = world.Clients.Group("all");
        Assert.Equal(Clients, group.Count);
        Assert.InRange(Allocated(world.Clients.All), 1, Clients);
        Assert.InRange(Allocated(group), 1, Clients);
    }

    private static long Allocated(ISockJSAudience audience)
    {
        var message = new PreparedMessage("to all");
        Send(audience, message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Send(audience, message);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Send(ISockJSAudience audience, PreparedMessage message) => Assert.True(audience.SendAsync(message).AsTask().IsCompletedSuccessfully);

    private sealed class SilentSink : IFrameSink
    {
        public SockJSTransports Transport => SockJSTransports.WebSocket;

        public bool IsPoll => false;

        public bool IsSocket => false;

        public Task Ended => Task.CompletedTask;

        public ValueTask<bool> WriteAsync(Frame frame) => new(true);

        public void Release()
        {
        }

        public void Abort()
        {
        }
    }
}
