namespace SockJS.SocketIO.Hosting;

/// <summary>
/// Sockets of a class that is mapped at several paths, spoken to as one. Each path has settings of its own, also for how packets look, so that
/// each writes for itself.
/// </summary>
internal class MappedAudience(ISocketIOAudience[] parts) : ISocketIOAudience
{
    public ISocketIOAudience Volatile => Each(static part => part.Volatile);

    public ISocketIOAudience To(params string[] rooms) => Each(part => part.To(rooms));

    public ISocketIOAudience In(params string[] rooms) => Each(part => part.In(rooms));

    public ISocketIOAudience Except(params string[] rooms) => Each(part => part.Except(rooms));

    public ISocketIOAudience WithTimeout(TimeSpan timeout) => Each(part => part.WithTimeout(timeout));

    public ValueTask EmitAsync(string name, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, cancellationToken));

    public ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, argument, cancellationToken));

    public ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, argument1, argument2, cancellationToken));

    public ValueTask EmitAsync<T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, argument1, argument2, argument3, cancellationToken));

    public ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, argument1, argument2, argument3, argument4, cancellationToken));

    public ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default)
        => EachAsync(part => part.EmitAsync(name, arguments, cancellationToken));

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default)
        => AskAsync(part => part.EmitWithAckAsync<TResult>(name, cancellationToken));

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => AskAsync(part => part.EmitWithAckAsync<TResult>(name, argument, cancellationToken));

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => AskAsync(part => part.EmitWithAckAsync<TResult>(name, argument1, argument2, cancellationToken));

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => AskAsync(part => part.EmitWithAckAsync<TResult>(name, arguments, cancellationToken));

    public async ValueTask<IReadOnlyList<SocketIOSocket>> FetchSocketsAsync(CancellationToken cancellationToken = default)
    {
        List<SocketIOSocket> sockets = [];
        foreach (var part in parts)
            sockets.AddRange(await part.FetchSocketsAsync(cancellationToken).ConfigureAwait(false));
        return sockets;
    }

    public ValueTask JoinAsync(params string[] rooms) => EachAsync(part => part.JoinAsync(rooms));

    public ValueTask LeaveAsync(params string[] rooms) => EachAsync(part => part.LeaveAsync(rooms));

    public ValueTask DisconnectAsync(bool closeConnection = false) => EachAsync(part => part.DisconnectAsync(closeConnection));

    private MappedAudience Each(Func<ISocketIOAudience, ISocketIOAudience> select) => new([.. parts.Select(select)]);

    // All begin before any is waited for: those at one path need not wait for slow ones at another.
    private async ValueTask EachAsync(Func<ISocketIOAudience, ValueTask> act)
        => await Task.WhenAll([.. parts.Select(part => act(part).AsTask())]).ConfigureAwait(false);

    private async Task<IReadOnlyList<TResult>> AskAsync<TResult>(Func<ISocketIOAudience, Task<IReadOnlyList<TResult>>> ask)
    {
        var asking = parts.Select(ask).ToArray();
        try
        {
            return [.. (await Task.WhenAll(asking).ConfigureAwait(false)).SelectMany(static answers => answers)];
        }
        catch (SocketIOAckTimeoutException exception)
        {
            throw new SocketIOAckTimeoutException(exception.Message, exception)
            {
                PartialResponses = [.. asking.SelectMany(AnswersOf)],
            };
        }
    }

    private static IEnumerable<object?> AnswersOf<TResult>(Task<IReadOnlyList<TResult>> asked) => asked switch
    {
        { IsCompletedSuccessfully: true } => asked.Result.Cast<object?>(),
        { Exception.InnerException: SocketIOAckTimeoutException { PartialResponses: var answers } } => answers,
        _ => [],
    };
}
