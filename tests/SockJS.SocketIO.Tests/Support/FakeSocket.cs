using System.Text.Json;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Tests.Support;

/// <summary>A socket without a connection. It writes down what it is told, as text.</summary>
internal sealed class FakeSocket(ArgumentFormat format, string auth = "{}") : SocketIOSocket
{
    private CancellationToken _disconnected;

    /// <summary>Gets what was emitted and answered.</summary>
    public List<string> Sent { get; } = [];

    public override string Id => "abcdefghijklmnopqrst";

    public override string Namespace => "/test-7";

    public override IReadOnlyDictionary<string, string> NamespaceValues { get; } = new Dictionary<string, string> { ["id"] = "7" };

    public override EngineIOConnection Connection => null!;

    public override SocketIOHandshake Handshake { get; } = new(null!, JsonDocument.Parse(auth).RootElement, DateTimeOffset.UnixEpoch, format);

    public override System.Security.Claims.ClaimsPrincipal User { get; } = new();

    public override IDictionary<string, object?> Data { get; } = new Dictionary<string, object?>();

    public override IReadOnlyCollection<string> Rooms => [];

    public override bool IsConnected => !_disconnected.IsCancellationRequested;

    public override bool IsRecovered => false;

    public override CancellationToken Disconnected => _disconnected;

    public override ISocketIOAudience Broadcast => throw new NotSupportedException();

    public override ISocketIOEmitter Volatile => throw new NotSupportedException();

    public override ValueTask JoinAsync(params string[] rooms) => default;

    public override ValueTask LeaveAsync(params string[] rooms) => default;

    public override ISocketIOAudience To(params string[] rooms) => throw new NotSupportedException();

    public override ISocketIOAudience In(params string[] rooms) => throw new NotSupportedException();

    public override ISocketIOAudience Except(params string[] rooms) => throw new NotSupportedException();

    public override ValueTask DisconnectAsync(bool closeConnection = false)
    {
        Sent.Add($"disconnect {closeConnection}");
        _disconnected = new CancellationToken(canceled: true);
        return default;
    }

    public override ValueTask EmitAsync(string name, CancellationToken cancellationToken = default) => Emit(name);

    public override ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default) => Emit(name, argument);

    public override ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => Emit(name, argument1, argument2);

    public override ValueTask EmitAsync<T1, T2, T3>(string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => Emit(name, argument1, argument2, argument3);

    public override ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => Emit(name, argument1, argument2, argument3, argument4);

    public override ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default) => Emit(name);

    public override Task<TResult> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default) => Ask<TResult>(name);

    public override Task<TResult> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => Ask<TResult>(name, argument);

    public override Task<TResult> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => Ask<TResult>(name, argument1, argument2);

    public override Task<TResult> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => Ask<TResult>(name, arguments);

    internal override SocketIOAck CreateAck(ulong? id) => throw new NotSupportedException();

    internal override ValueTask AnswerAsync(ulong id)
    {
        Sent.Add($"answer {id}");
        return default;
    }

    internal override ValueTask AnswerAsync<T>(ulong id, T value)
    {
        Sent.Add($"answer {id} {JsonSerializer.Serialize(value, format.TypeOf<T>())}");
        return default;
    }

    private ValueTask Emit(string name, params object?[] arguments)
    {
        Write(name, arguments);
        return default;
    }

    private void Write(string name, object?[] arguments) => Sent.Add(string.Join(' ', [name, .. arguments]));

    private Task<TResult> Ask<TResult>(string name, params object?[] arguments)
    {
        Write(name + "?", arguments);
        return Task.FromResult<TResult>(default!);
    }
}
