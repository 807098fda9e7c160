using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Connections;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

public sealed class ByteConnectionTests
{
    private const string Text = "a\u00e9\u65e5\U0001F600z\U0001F600";

    [Fact]
    public async Task Messages_are_appended_to_the_input_and_their_boundaries_vanish()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            var line = await Handlers.ReadAsync(connection.Transport.Input, 11);
            await Handlers.WriteAsync(connection.Transport.Output, line);
        });
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"hel\",\"\",\"lo \"]"u8.ToArray());
        await session.ReceiveAsync("[\"world\"]"u8.ToArray());

        await sink.Ended.SoonAsync();
        Assert.Equal(["hello world"], sink.Messages);
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task A_text_arrives_intact_however_its_bytes_are_split_over_writes()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var splits = 0; splits < 1 << (bytes.Length - 1); splits += 7)
        {
            var cuts = splits;
            using var world = AdapterWorld.Of(async connection =>
            {
                for (int start = 0, end = 1; end <= bytes.Length; end++)
                {
                    if (end < bytes.Length && (cuts >> (end - 1) & 1) == 0)
                        continue;
                    await connection.Transport.Output.WriteAsync(bytes.AsMemory(start..end));
                    start = end;
                }
            });
            var (_, sink) = await world.ConnectAsync();

            await sink.Ended.SoonAsync();
            Assert.Equal(Text, string.Concat(sink.Messages));
            Assert.DoesNotContain(sink.Messages, static message => message.Length == 0);
        }
    }

    [Fact]
    public async Task What_is_flushed_leaves_as_a_message_and_much_of_it_as_several()
    {
        var large = new string('x', 40_000);
        using var world = AdapterWorld.Of(async connection =>
        {
            await Handlers.WriteAsync(connection.Transport.Output, "one");
            await Handlers.ReadAsync(connection.Transport.Input, 1);
            await Handlers.WriteAsync(connection.Transport.Output, large);
            await connection.ConnectionClosed.WaitAsync();
        });
        var (session, sink) = await world.ConnectAsync();
        await Eventually.TrueAsync(() => sink.Messages.Count == 1);
        await session.ReceiveAsync("[\".\"]"u8.ToArray());
        await Eventually.TrueAsync(() => sink.Messages.Sum(static message => message.Length) == 40_003);
        session.Lost(sink);

        Assert.Equal("one", sink.Messages[0]);
        Assert.Equal([32 * 1024, 40_000 - (32 * 1024)], sink.Messages.Skip(1).Select(static message => message.Length));
    }

    [Theory]
    [InlineData(SockJSByteEncoding.Latin1)]
    [InlineData(SockJSByteEncoding.Base64)]
    public async Task Bytes_of_any_kind_come_back(SockJSByteEncoding encoding)
    {
        using var world = AdapterWorld.Of(Handlers.EchoAsync, encoding);
        var (session, sink) = await world.ConnectAsync();
        var text = encoding == SockJSByteEncoding.Base64 ? "AP+A" : "\u0000\u00ff\u0080";
        await session.ReceiveAsync(Encoding.UTF8.GetBytes($"[\"{text.Replace("\0", "\\u0000", StringComparison.Ordinal)}\"]"));
        await Eventually.TrueAsync(() => sink.Messages.Count == 1);
        session.Lost(sink);

        Assert.Equal(text, sink.Messages[0]);
    }

    [Theory]
    [InlineData(SockJSByteEncoding.Base64, "YQ")]
    [InlineData(SockJSByteEncoding.Latin1, "\u0100")]
    public async Task A_message_that_stands_for_no_bytes_closes_the_connection(SockJSByteEncoding encoding, string message)
    {
        var read = new TaskCompletionSource<string>();
        using var world = AdapterWorld.Of(async connection => read.SetResult(await Handlers.ReadToEndAsync(connection.Transport.Input)), encoding);
        var (session, sink) = await world.ConnectAsync();
        session.TryReceive("YWFh");
        session.TryReceive(message);
        session.TryReceive("YWFh");
        session.Handle();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4400,\"Invalid message\"]", sink.Frames[^1]);
        Assert.Equal(SockJSCloseKind.InvalidMessage, session.CloseReason.Kind);
        Assert.Contains(await read.Task.SoonAsync(), (string[])["aaa", "YWFh"]);
        Assert.Equal("error.type=invalid_encoding, sockjs.endpoint=/test", Assert.Single(world.Metrics.Of("sockjs.server.invalid_messages")).TagText);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFF, (byte)'b' })]
    [InlineData(new byte[] { 0xE6, 0x97 })]
    public async Task Output_that_is_not_Utf8_is_a_failure_of_the_handler(byte[] output)
    {
        using var world = AdapterWorld.Of(async connection => await connection.Transport.Output.WriteAsync(output));
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.IsType<InvalidDataException>(Assert.Single(world.Log.Errors).Exception);
    }

    [Fact]
    public async Task A_handler_that_goes_on_after_such_output_learns_that_its_connection_is_closed()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await connection.Transport.Output.WriteAsync(new byte[] { 0xFF });
            await connection.ConnectionClosed.WaitAsync();
            while (!(await connection.Transport.Output.WriteAsync("more"u8.ToArray())).IsCompleted)
                await Task.Yield();
        });
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Single(world.Log.Errors);
    }

    [Fact]
    public async Task What_a_handler_wrote_before_it_threw_is_sent_before_the_close()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await Handlers.WriteAsync(connection.Transport.Output, "last words");
            throw new InvalidOperationException("handler");
        });
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "a[\"last words\"]", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Equal("handler", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task The_input_ends_after_what_the_client_sent_before_it_left()
    {
        var read = new TaskCompletionSource<string>();
        using var world = AdapterWorld.Of(async connection => read.SetResult(await Handlers.ReadToEndAsync(connection.Transport.Input)));
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"good \",\"bye\"]"u8.ToArray());
        session.Lost(sink);

        Assert.Equal("good bye", await read.Task.SoonAsync());
        await world.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task The_end_of_a_connection_cancels_its_token_and_completes_its_flushes()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await connection.ConnectionClosed.WaitAsync();
            while (!(await connection.Transport.Output.WriteAsync("anybody?"u8.ToArray())).IsCompleted)
                await Task.Yield();
        });
        var (session, sink) = await world.ConnectAsync();
        session.Close(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, SockJSCloseCodes.ShuttingDown, "Server is shutting down"));

        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[3001,\"Server is shutting down\"]"], sink.Frames);
    }

    [Fact]
    public async Task An_abort_fails_the_reads_and_drops_what_was_not_sent()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            connection.Transport.Output.Write("never flushed"u8);
            connection.Abort(new ConnectionAbortedException("enough"));
            await connection.Transport.Input.ReadAsync();
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[1002,\"Connection interrupted\"]"], sink.Frames);
        Assert.Empty(world.Log.Errors);
    }

    [Fact]
    public async Task A_handler_may_dispose_of_its_connection_and_so_close_it()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await Handlers.WriteAsync(connection.Transport.Output, "bye");
            await connection.DisposeAsync();
            Assert.True(connection.ConnectionClosed.IsCancellationRequested);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "a[\"bye\"]", "c[1000,\"Normal closure\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_completes_its_output_closes_its_connection()
    {
        using var world = AdapterWorld.Of(async connection =>
        {
            await Handlers.WriteAsync(connection.Transport.Output, "bye");
            await connection.Transport.Output.CompleteAsync();
            await Handlers.ReadToEndAsync(connection.Transport.Input);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "a[\"bye\"]", "c[1000,\"Normal closure\"]"], sink.Frames);
    }
}
