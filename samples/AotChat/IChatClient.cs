namespace AotChat;

/// <summary>What visitors are told.</summary>
public interface IChatClient
{
    /// <summary>Somebody has come.</summary>
    ValueTask EnteredAsync(string name);

    /// <summary>Somebody has said something.</summary>
    ValueTask SaidAsync(Said said);

    /// <summary>A note was taken.</summary>
    ValueTask NotedAsync(string text, int times);

    /// <summary>Somebody has gone.</summary>
    [Message("gone")]
    ValueTask LeftAsync(string name);
}
