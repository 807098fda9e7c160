using SockJS.Protocol;

namespace SockJS.Sessions;

// How the arrays of messages arrive that clients post.
internal sealed partial class SockJSSession
{
    // A client sends one POST after the other; one with so many under way means harm.
    private const int MaxWaitingPayloads = 16;

    private Task _lastPayload = Task.CompletedTask;
    private int _waitingPayloads;
    private int _waitingBytes;

    /// <summary>Adds the messages of a validated payload from a position on, without waking the handler.</summary>
    /// <returns><see langword="false"/> where the queue is full: the payload has to come again after <see cref="Session.WaitForRoomAsync"/>.</returns>
    public bool TryReceive(ReadOnlySpan<byte> payload, ref int position) => Inbound.TryAddArray(payload, ref position);

    /// <summary>Hands over the messages of a POST, all of them in order and not between those of another.</summary>
    /// <param name="payload">A validated array; its memory must stay until the task has completed.</param>
    /// <param name="count">The number of its messages.</param>
    /// <returns>A task that tells whether they were accepted; they are not where too many POSTs wait already.</returns>
    public Task<bool> ReceiveAsync(ReadOnlyMemory<byte> payload, int count)
    {
        var toll = IsLimited ? new MessageToll(count) : default;
        // Those that wait already come first.
        if (toll.Owed > 0 && Volatile.Read(ref _waitingPayloads) == 0)
            payload = Admitted(payload, ref toll);
        if (count == 0 && toll.Owed == 0)
            return Task.FromResult(true);
        Task<bool> receiving;
        lock (Lock)
        {
            if (_waitingPayloads > 0 && !MayWait(payload.Length))
                return Task.FromResult(false);
            var position = 0;
            if (_waitingPayloads == 0 && toll.Owed == 0 && TryReceive(payload.Span, ref position))
            {
                receiving = Task.FromResult(true);
            }
            else
            {
                _waitingPayloads++;
                _waitingBytes += payload.Length;
                _lastPayload = receiving = ReceiveAfterAsync(_lastPayload, payload, position, toll);
            }
        }

        Handle();
        return receiving;
    }

    private bool MayWait(int bytes)
        => _waitingPayloads < MaxWaitingPayloads && _waitingBytes + bytes <= _context.Options.ReceiveBufferBytes;

    // What is left of a payload once it has its permits; all of it where it still has to wait for them.
    private ReadOnlyMemory<byte> Admitted(ReadOnlyMemory<byte> payload, ref MessageToll toll)
        => Admit(ref toll) is var admitted and not (All or Later) ? payload[..MessageArray.LengthOf(payload.Span, admitted)] : payload;

    private async Task<bool> ReceiveAfterAsync(Task previous, ReadOnlyMemory<byte> payload, int position, MessageToll toll)
    {
        var length = payload.Length;
        // The caller holds the lock.
        await previous.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (toll.Owed > 0)
        {
            payload = Admitted(payload, ref toll);
            if (toll.Owed > 0)
                await WaitForPermitsAsync().ConfigureAwait(false);
        }

        while (true)
        {
            var complete = TryReceive(payload.Span, ref position);
            Handle();
            if (complete)
                break;
            await WaitForRoomAsync().ConfigureAwait(false);
        }

        lock (Lock)
        {
            _waitingPayloads--;
            _waitingBytes -= length;
        }

        return true;
    }
}
