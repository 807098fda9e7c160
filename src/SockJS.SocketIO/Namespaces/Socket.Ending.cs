using Microsoft.Extensions.Logging;
using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    private const int EndedFlag = 1 << 30;

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EndSignal _disconnected;
    private EndSignal _left;
    private SocketIODisconnectReason _reason = SocketIODisconnectReason.TransportClose;
    private int _users;
    private int _isFinishing;

    public override bool IsConnected => _phase == SocketPhase.Joined && !_disconnected.IsSet;

    public override CancellationToken Disconnected => _disconnected.Token;

    public override bool IsLeft => _left.IsSet;

    public override CancellationToken Left => _left.Token;

    /// <summary>Gets a task that completes when the application was told of the end, and nothing of the socket is left.</summary>
    public Task Finished => _finished.Task;

    public override ValueTask DisconnectAsync(bool closeConnection = false)
    {
        lock (_holding)
        {
            if (_phase == SocketPhase.Joining)
            {
                _leavesAfterJoining = true;
                _closesAfterJoining |= closeConnection;
                return default;
            }
        }

        return closeConnection ? _owner.CloseAsync() : LeaveNamespaceAsync();
    }

    /// <summary>Takes note that the connection is lost. Events that have come before are still handled, and the end comes after them.</summary>
    public void Cut()
    {
        Set(ref _disconnected);
        Acks.Close();
    }

    /// <summary>Ends the socket. Only the first call has an effect.</summary>
    public bool End(SocketIODisconnectReason reason)
    {
        lock (_holding)
        {
            if (_phase == SocketPhase.Ended)
                return false;
            _reason = reason;
            _phase = SocketPhase.Ended;
            _held.Free();
        }

        Keep(reason);
        Cut();
        if ((Interlocked.Or(ref _users, EndedFlag) & ~EndedFlag) == 0)
            Finish();
        return true;
    }

    private async ValueTask LeaveNamespaceAsync()
    {
        if (!End(SocketIODisconnectReason.ServerNamespaceDisconnect))
            return;
        _owner.Left(this);
        var packet = PacketWriter.Rent(_nameSpace.Format);
        packet.BeginBare(SocketPacketType.Disconnect, Utf8Namespace);
        packet.EndBare();
        await SendLastAsync(packet).ConfigureAwait(false);
    }

    private bool TryEnter()
    {
        if ((Interlocked.Increment(ref _users) & EndedFlag) == 0)
            return true;
        Exit();
        return false;
    }

    private void Exit()
    {
        if (Interlocked.Decrement(ref _users) == EndedFlag)
            Finish();
    }

    private void Finish()
    {
        if (Interlocked.Exchange(ref _isFinishing, 1) == 0)
            _ = FinishAsync();
    }

    private async Task FinishAsync()
    {
        try
        {
            if (_wasAccepted)
                await _handler!.DisconnectAsync(_reason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed("disconnect", exception);
        }

        Set(ref _left);
        _nameSpace.Rooms.Remove(this);
        try
        {
            if (_handler is not null)
                await _handler.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed("dispose", exception);
        }

        if (!_isKept)
            _nameSpace.Release();
        _finished.SetResult();
    }

    private void Set(ref EndSignal signal)
    {
        try
        {
            signal.Set();
        }
        catch (AggregateException exception)
        {
            Failed("cancellation callback", exception);
        }
    }

    private void Failed(string what, Exception exception)
    {
        if (!IsFailure(exception))
            return;
        // No client may fill the log with errors by what it does not answer.
        if (exception is SocketIOAckTimeoutException or WrongAnswerException)
            HandlerUnanswered(_nameSpace.Mapping.Context.Logger, what, Namespace, Id, exception.Message);
        else
            HandlerFailed(_nameSpace.Mapping.Context.Logger, what, Namespace, Id, exception);
    }

    // A handler need not catch what only says that the client is gone, or that what it did was cancelled with it.
    private bool IsFailure(Exception exception)
        => exception is not SocketIODisconnectedException && !(exception is OperationCanceledException && _disconnected.IsSet);

    [LoggerMessage(3, LogLevel.Debug, "The {What} handler of the Socket.IO namespace {Namespace} ended for the socket {SocketId}, whose client did not answer as it should: {Problem}", EventName = "HandlerUnanswered")]
    private static partial void HandlerUnanswered(ILogger logger, string what, string @namespace, string socketId, string problem);

    [LoggerMessage(1, LogLevel.Error, "The {What} handler of the Socket.IO namespace {Namespace} failed for the socket {SocketId}.", EventName = "SocketHandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string what, string @namespace, string socketId, Exception exception);
}
