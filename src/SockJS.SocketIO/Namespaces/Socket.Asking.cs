using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    public override Task<TResult> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, [], cancellationToken);

    public override Task<TResult> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, [argument], cancellationToken);

    public override Task<TResult> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, [argument1, argument2], cancellationToken);

    public override Task<TResult> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, PacketWriter.Spread(arguments), cancellationToken);

    private async Task<TResult> AskAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken)
    {
        // Its answer could only come when the method that waits for it has ended.
        if (_phase == SocketPhase.Joining)
            throw new InvalidOperationException("A client cannot be asked before it has joined, which it has when the handler of its connect has ended.");
        var ack = new SingleAck<TResult>(_nameSpace.Format.TypeOf<TResult>());
        var id = _nameSpace.AckIds.Next();
        var packet = PacketWriter.BeginEvent(_nameSpace.Format, name, _nameSpace.Utf8Name, id).WithObjects(arguments);
        packet.End();
        try
        {
            Acks.Add(id, ack);
        }
        catch
        {
            packet.Return();
            throw;
        }

        _nameSpace.Mapping.Metrics?.EventSent();
        var deadlines = _nameSpace.Mapping.Context.AckDeadlines;
        try
        {
            await SendAsync(packet, cancellationToken).ConfigureAwait(false);
            deadlines.Add(ack);
            using (cancellationToken.UnsafeRegister(static (ack, token) => ((SingleAck<TResult>)ack!).Cancel(token), ack))
                return await ack.Answer.ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            _nameSpace.AcksTimedOut(1);
            throw new SocketIOAckTimeoutException($"The client did not answer the event \"{name}\" in time.", exception);
        }
        finally
        {
            deadlines.Remove(ack);
            Acks.Take(id);
        }
    }
}
