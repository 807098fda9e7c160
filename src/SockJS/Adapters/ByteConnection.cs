using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Adapters;

/// <summary>A connection as the handlers of Kestrel's TCP connections know it: two pipes of bytes, and features.</summary>
internal sealed partial class ByteConnection : ConnectionContext
{
    // 64 KiB in each direction, as Kestrel has them; and handlers run on the pool, for they may block.
    private static readonly PipeOptions s_pipe = new(useSynchronizationContext: false);

    private readonly SockJSConnection _connection;
    private readonly ConnectionServices _services;
    private readonly DuplexPipe _pipes;
    private readonly InputPump _input;
    private readonly OutputPump _output;
    private Task _receiving = Task.CompletedTask;
    private Task _sending = Task.CompletedTask;
    private string? _id;
    private IDictionary<object, object?>? _items;
    private CancellationToken? _closed;

    public ByteConnection(SockJSConnection connection, ChannelReader<SockJSMessage> messages, ByteCodec codec, AdapterContext context)
    {
        var input = new Pipe(s_pipe);
        var output = new Pipe(s_pipe);
        _connection = connection;
        _services = new ConnectionServices(context.Scopes);
        _input = new InputPump(connection, messages, input.Writer, codec, context);
        _output = new OutputPump(connection, output.Reader, codec, context);
        Transport = _pipes = new DuplexPipe(input.Reader, output.Writer);
        LocalEndPoint = connection.Client.LocalEndPoint;
        RemoteEndPoint = connection.Client.RemoteEndPoint;
        Features = CreateFeatures();
    }

    public override string ConnectionId
    {
        get => _id ??= _connection.Id;
        set => _id = value;
    }

    public override IFeatureCollection Features { get; }

    public override IDictionary<object, object?> Items
    {
        get => _items ?? _connection.Items;
        set => _items = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed
    {
        get => _closed ?? _connection.Closed;
        set => _closed = value;
    }

    public override EndPoint? LocalEndPoint { get; set; }

    public override EndPoint? RemoteEndPoint { get; set; }

    /// <summary>Runs the handler, and then sends what it has written. How the connection closes is up to the caller.</summary>
    public async Task RunAsync(ConnectionDelegate handler)
    {
        _receiving = _input.RunAsync();
        _sending = _output.RunAsync();
        try
        {
            await handler(this).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        _input.Abort(abortReason);
        _output.Abort();
        Interruption.Of(_connection);
    }

    /// <summary>Ends the connection in order, once what was written has been sent; also for handlers that do it themselves.</summary>
    public override async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        await _connection.CloseAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    // The handler may have put other pipes in place of these.
    private async Task EndAsync()
    {
        _output.End();
        await _pipes.Input.CompleteAsync().ConfigureAwait(false);
        await _pipes.Output.CompleteAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
    }
}
