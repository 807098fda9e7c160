namespace SockJS.SocketIO.Tests.Support;

/// <summary>Tests that listen to spans. Their listener would hear those of all others, and make them allocate.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
