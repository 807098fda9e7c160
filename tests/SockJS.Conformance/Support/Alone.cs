namespace SockJS.Conformance.Support;

/// <summary>Tests that compare how much memory there is in use, to which all others would add.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
