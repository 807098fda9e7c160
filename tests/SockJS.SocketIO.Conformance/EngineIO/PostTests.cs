using System.Text;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>What becomes of POSTs that are slow, late, or no text.</summary>
public sealed class PostTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Fact]
    public async Task A_client_that_has_its_answer_may_post_again_at_once()
    {
        var answered = new TaskCompletionSource();
        var server = Start(
            static services => services.AddEngineIO(),
            app =>
            {
                app.Use(async (http, next) =>
                {
                    if (http.Request.Headers.ContainsKey("X-Late"))
                        http.Response.Body = new LateStream(http.Response.Body, answered.Task);
                    await next(http);
                });
                OwnServers.MapEcho(app, static _ => { });
            });
        var session = await EnginePolling.OpenAsync(server);

        Assert.Equal("ok", (await session.PostAsync("4a", ("X-Late", "yes"))).Body);
        Assert.Equal("ok", (await session.PostAsync("4b")).Body);

        answered.SetResult();
        Assert.Equal(["4a", "4b"], await session.PollAsync());
    }

    [Theory]
    [InlineData("4\u00ff")]
    [InlineData("4a\u001e4\u00c3")]
    [InlineData("4\u00ed\u00a0\u0080")]
    public async Task What_is_no_UTF8_ends_the_session_and_reaches_nobody(string latin1)
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = await Server.SendAsync(new HttpCall("POST", session.Url) { Body = Encoding.Latin1.GetBytes(latin1) });

        Assert.Equal(400, reply.Status);
        await session.AssertClosedAsync();
    }

    [Fact]
    [OwnServer]
    public async Task A_POST_that_takes_its_time_does_not_outlive_its_session()
    {
        var server = Start(static services => services.AddEngineIO(), app => OwnServers.MapEcho(app, static options =>
        {
            options.PingInterval = TimeSpan.FromSeconds(1);
            options.PingTimeout = TimeSpan.FromSeconds(1);
        }));
        var session = await EnginePolling.OpenAsync(server);
        var connection = await server.ConnectHttpAsync();

        // More than the server demands of a slow client in the time that the test is patient.
        await connection.Wire.WriteAsync($"POST {session.Url} HTTP/1.1\r\nHost: {server.Host}\r\nContent-Length: 900000\r\n\r\n4{new string('x', 100_000)}");

        await connection.Wire.AssertEndAsync();
    }

    /// <summary>Writes at once, but takes its time to say so.</summary>
    private sealed class LateStream(Stream stream, Task late) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await stream.WriteAsync(buffer, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await late;
        }

        public override void Flush() => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellationToken) => stream.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
