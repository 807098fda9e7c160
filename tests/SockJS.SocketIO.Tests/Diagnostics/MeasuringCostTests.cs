using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Tests.Dispatch;
using SockJS.SocketIO.Tests.Support;
using SockJS.Tests.Support;

namespace SockJS.SocketIO.Tests.Diagnostics;

/// <summary>Spans that others listen to would count.</summary>
[Collection(nameof(Alone))]
public sealed class MeasuringCostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handling_an_event_allocates_nothing_whether_or_not_somebody_measures_it(bool isMeasured)
    {
        using var metrics = new MetricsRecorder { KeepsNothing = true };
        await using var services = new ServiceCollection().AddLogging().AddScoped<Diary>().BuildServiceProvider();
        var world = new SocketWorld(io => io.Namespace<TestNamespace>(), services: services, metrics: isMeasured ? metrics : null);
        var id = await world.Connect().JoinAsync("/test-1");
        await Eventually.TrueAsync(() => world.Directory.Of("/test-1").Find(id) is not null);
        var socket = (Socket)world.Directory.Of("/test-1").Find(id)!;
        var received = TestSocket.Event("""["add",1,2]""");
        Handle();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Handle();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Handle()
        {
            var handling = socket.HandleAsync(in received);
            if (!handling.IsCompletedSuccessfully)
                throw new InvalidOperationException("It did not end at once.");
            handling.GetAwaiter().GetResult();
        }
    }
}
