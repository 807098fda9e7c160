using System.Threading.Channels;
using SockJS.Protocol;

namespace SockJS.Multiplexing;

/// <summary>
/// One connection of a multiplexed endpoint. A single loop reads its frames and hands each to its channel, whose handler runs there and
/// then. Where a channel takes no more messages the loop waits for it, and the other channels with it: memory is bounded, fairness is not
/// promised.
/// </summary>
internal sealed class MultiplexedConnection
{
    private readonly object _lock = new();
    private readonly Multiplexer _multiplexer;
    private readonly SockJSConnection _connection;

    // By the positions of their topics. A channel that has ended stays until the next of its topic.
    private readonly ChannelConnection?[] _channels;

    private bool _isOver;
    private int _running;
    private TaskCompletionSource? _allEnded;

    public MultiplexedConnection(Multiplexer multiplexer, SockJSConnection connection)
    {
        _multiplexer = multiplexer;
        _connection = connection;
        _channels = new ChannelConnection?[multiplexer.Topics.Count];
    }

    /// <summary>Runs the channels until the connection and the handlers of all of them have ended.</summary>
    public async Task RunAsync(ChannelReader<SockJSMessage> messages)
    {
        // Handlers learn of the end as soon as it comes, while messages that were accepted before may still be on their way to them.
        using var registration = _connection.Closed.UnsafeRegister(static self => ((MultiplexedConnection)self!).End(), this);
        while (await messages.WaitToReadAsync().ConfigureAwait(false))
        {
            while (messages.TryRead(out var message))
                await RouteAsync(message).ConfigureAwait(false);
        }

        End();
        foreach (var channel in _channels)
            channel?.CompleteMessages();
        await WaitForHandlersAsync().ConfigureAwait(false);
    }

    private ValueTask RouteAsync(SockJSMessage message)
    {
        if (TryRoute(message.Utf8) is { } full)
            return RouteAgainAsync(message, full);
        message.Release();
        return default;
    }

    private async ValueTask RouteAgainAsync(SockJSMessage message, ChannelConnection full)
    {
        do
        {
            await full.WaitForRoomAsync().ConfigureAwait(false);
        }
        while (TryRoute(message.Utf8) is not null);
        message.Release();
    }

    /// <summary>Does what a frame says.</summary>
    /// <returns>The channel that has no room for it: the frame has to come again.</returns>
    private ChannelConnection? TryRoute(ReadOnlySpan<byte> message)
    {
        var frame = ChannelFrame.Parse(message);
        var topic = _multiplexer.Topics.Find(frame.Topic);
        if (frame.Kind == ChannelFrameKind.Invalid)
            _multiplexer.RefuseFrame(_connection);
        else if (topic < 0)
            _multiplexer.RefuseTopic(_connection);
        else if (frame.Kind == ChannelFrameKind.Subscribe)
            Subscribe(topic);
        else if (frame.Kind == ChannelFrameKind.Unsubscribe)
            Unsubscribe(topic);
        else if (_channels[topic] is not { } channel)
            _multiplexer.RefuseMessage(_connection);
        // A channel that the server has closed drops what its client sent before it knew.
        else if (!channel.TryReceive(frame.Payload))
            return channel;
        return null;
    }

    private void Subscribe(int index)
    {
        if (_channels[index] is { IsComplete: false })
            return;
        var topic = _multiplexer.Topics[index];
        if (!TryCount())
        {
            _multiplexer.RefuseChannel(_connection, topic);
            return;
        }

        var channel = _multiplexer.Open(_connection, topic);
        bool isOver;
        lock (_lock)
        {
            _channels[index] = channel;
            isOver = _isOver;
        }

        if (isOver)
            channel.EndWithConnection();
        // Handlers must not hold up the reading of frames, nor see the execution context of who reads them.
        ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Self.RunHandlerAsync(state.Channel), (Self: this, Channel: channel), preferLocal: false);
    }

    private void Unsubscribe(int index)
    {
        _channels[index]?.Unsubscribe();
        lock (_lock)
            _channels[index] = null;
    }

    private void End()
    {
        ChannelConnection?[] channels;
        lock (_lock)
        {
            _isOver = true;
            channels = [.. _channels];
        }

        // Twice, as it may be: whoever comes second must not go on before each channel has its reason.
        foreach (var channel in channels)
            channel?.EndWithConnection();
    }

    // Channels that have ended count as long as their handlers run, so that a client cannot heap them up.
    private bool TryCount()
    {
        lock (_lock)
        {
            if (_running >= _multiplexer.MaxChannels)
                return false;
            _running++;
            return true;
        }
    }

    private async Task RunHandlerAsync(ChannelConnection channel)
    {
        try
        {
            await channel.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                if (--_running == 0)
                    _allEnded?.TrySetResult();
            }
        }
    }

    private Task WaitForHandlersAsync()
    {
        lock (_lock)
        {
            if (_running == 0)
                return Task.CompletedTask;
            _allEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _allEnded.Task;
        }
    }
}
