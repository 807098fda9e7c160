using System.Text.Json.Serialization;

namespace SockJS.ClientTests.Endpoints;

/// <summary>Takes and returns values.</summary>
[SockJSEndpoint("/typed", JsonContext = typeof(TypedJson), Client = typeof(ITypedClient))]
public sealed partial class TypedEndpoint
{
    [OnMessage("say", Reply = "said")]
    public Said Say(Say say) => new(say.Text, say.Text.Length);

    [OnMessage("count", Reply = "number")]
    public async IAsyncEnumerable<int> Count(int to)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    [OnMessage("move")]
    public ValueTask Move(SockJSConnection connection, string piece, string square, bool fast = true)
        => connection.Client<ITypedClient>().MovedAsync(piece, square, fast);
}

public sealed record Say(string Text);

public sealed record Said(string Text, int Length);

public interface ITypedClient
{
    ValueTask MovedAsync(string piece, string square, bool fast);
}

[JsonSerializable(typeof(Say))]
[JsonSerializable(typeof(Said))]
internal sealed partial class TypedJson : JsonSerializerContext;
