using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Tests.Dispatch;

internal sealed record Say(string Text, ReadOnlyMemory<byte> Picture = default);

internal sealed record Token(string Value);

internal interface ITestClient
{
    ValueTask SaidAsync(string text, int times);

    Task<int> AskAsync(string question, CancellationToken cancellationToken);
}

/// <summary>Lives and dies with the scope of a socket.</summary>
internal sealed class Diary : IDisposable
{
    public List<string> Lines { get; } = [];

    public void Dispose() => Lines.Add("scope disposed");
}

/// <summary>Has a handler of every kind. Generated code describes it.</summary>
[SocketIONamespace("/test-{id}", JsonContext = typeof(TestNamespaceJson), Client = typeof(ITestClient))]
internal sealed partial class TestNamespace(Diary diary, [FromNamespace] string id) : IAsyncDisposable
{
    public int Sum { get; private set; }

    public TaskCompletionSource Gate { get; } = new();

    [OnConnect]
    public ValueTask<bool> ConnectAsync(Token? auth, ITestClient client)
    {
        diary.Lines.Add($"connect {id} {auth?.Value ?? "nobody"}");
        return auth?.Value == "ask" ? AskAsync(client) : new(auth?.Value != "wrong");
    }

    [OnEvent("add")]
    public void Add(int number, int times = 1) => Sum += number * times;

    [OnEvent("say")]
    public string Say(Say say, string? to) => $"{say.Text} {say.Picture.Length} {to ?? "all"}";

    [OnEvent("later")]
    public async Task<int> LaterAsync()
    {
        await Gate.Task;
        return 42;
    }

    [OnEvent("slow")]
    public async ValueTask SlowAsync() => await Gate.Task;

    [OnEvent("upload")]
    public void Upload(ReadOnlyMemory<byte> first, byte[] second) => diary.Lines.Add($"{first.Length} {second[0]}");

    [OnEvent("fail")]
    public Task FailAsync(bool late) => late ? FailLaterAsync() : throw new InvalidOperationException("at once");

    [OnEvent("nää")]
    public void Named() => diary.Lines.Add("named");

    [OnAnyEvent]
    public void Other(string name, SocketIOArguments arguments) => diary.Lines.Add($"{name} {arguments.Count} {arguments.Get<int>(0)}");

    [OnDisconnect]
    public void Left(SocketIODisconnectReason reason, CancellationToken none) => diary.Lines.Add($"{reason} {none.CanBeCanceled}");

    public ValueTask DisposeAsync()
    {
        diary.Lines.Add("disposed");
        return default;
    }

    private static async ValueTask<bool> AskAsync(ITestClient client)
    {
        await client.SaidAsync("hello", 2);
        return await client.AskAsync("how many", CancellationToken.None) == 0;
    }

    private static async Task FailLaterAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("later");
    }
}

[JsonSerializable(typeof(Say))]
[JsonSerializable(typeof(Token))]
internal sealed partial class TestNamespaceJson : JsonSerializerContext;
