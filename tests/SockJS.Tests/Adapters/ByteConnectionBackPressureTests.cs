using System.Globalization;
using System.Text;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

/// <summary>Clients that do not receive, and handlers that do not read.</summary>
public sealed class ByteConnectionBackPressureTests
{
    [Fact]
    public async Task What_a_handler_does_not_read_any_more_is_dropped_and_does_not_hold_up_its_client()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await connection.Transport.Input.CompleteAsync();
            await connection.ConnectionClosed.WaitAsync();
        });
        var (session, sink) = await world.ConnectAsync();
        for (var i = 0; i < 20; i++)
            Assert.True(await session.ReceiveAsync(Payload(100_000)).SoonAsync());
        session.Lost(sink);

        await world.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task A_client_waits_for_a_handler_that_does_not_read_and_loses_nothing()
    {
        var mayRead = new TaskCompletionSource();
        var read = new TaskCompletionSource<int>();
        using var world = AdapterWorld.Of(async connection =>
        {
            await mayRead.Task;
            read.SetResult((await Handlers.ReadToEndAsync(connection.Transport.Input)).Length);
        });
        var (session, sink) = await world.ConnectAsync();
        var sent = 0;
        Task<bool> receiving;
        do
        {
            receiving = session.ReceiveAsync(Payload(10_000));
            sent += 10_000;
            // The pipe and the queue of the session; one message more for each.
            Assert.InRange(sent, 0, (64 * 1024) + world.Options.ReceiveBufferBytes + 30_000);
            // The pump may need a moment to take what fits.
            await Task.WhenAny(receiving, Task.Delay(100, TestContext.Current.CancellationToken));
        }
        while (receiving.IsCompleted);
        mayRead.SetResult();

        Assert.True(await receiving.SoonAsync());
        session.Lost(sink);
        Assert.Equal(sent, await read.Task.SoonAsync());
    }

    [Fact]
    public async Task A_flush_waits_for_a_client_that_does_not_receive_and_nothing_is_lost()
    {
        var written = 0;
        Task? flushing = null;
        using var world = AdapterWorld.Of(
            async connection =>
            {
                await Handlers.ReadAsync(connection.Transport.Input, 1);
                for (; written < 100_000; written++)
                {
                    var flush = connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(written.ToString("D8", CultureInfo.InvariantCulture))).AsTask();
                    Volatile.Write(ref flushing, flush);
                    await flush;
                }
            },
            configure: static options => options.SendBufferBytes = 1000);
        var (session, sink) = await world.ConnectAsync();
        sink.Stall();
        await session.ReceiveAsync("[\".\"]"u8.ToArray());
        await Eventually.TrueAsync(() => (written + 1) * 8 >= 64 * 1024 && Volatile.Read(ref flushing) is { IsCompleted: false });

        // The pipe, one message in the buffer of the session, and what was sent before that was full.
        Assert.InRange(written * 8, (64 * 1024) - 8, (64 * 1024) + 1000 + (32 * 1024));
        sink.Continue();
        await sink.Ended.SoonAsync();
        Assert.Equal(Enumerable.Range(0, 100_000).Select(static i => i.ToString("D8", CultureInfo.InvariantCulture)), Chunks(string.Concat(sink.Messages)));
    }

    [Fact]
    public async Task A_client_that_leaves_while_its_handler_waits_ends_the_wait()
    {
        using var world = AdapterWorld.Of(
            static async connection =>
            {
                while (!(await connection.Transport.Output.WriteAsync(new byte[1000])).IsCompleted)
                    await Task.Yield();
            },
            configure: static options => options.SendBufferBytes = 1000);
        var session = world.Open();
        var sink = world.Sink();
        sink.Stall();
        world.Attach(session, sink);
        sink.Continue();
        await Eventually.TrueAsync(() => sink.Messages.Count > 0);
        session.Lost(sink);

        await world.Table.ShutDownAsync().SoonAsync();
    }

    private static byte[] Payload(int length) => Encoding.ASCII.GetBytes($"[\"{new string('x', length)}\"]");

    private static IEnumerable<string> Chunks(string text) => text.Chunk(8).Select(static chunk => new string(chunk));
}
