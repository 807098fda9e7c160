using Xunit.v3;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>Marks what the reference server in Node.js does otherwise, so that a run against it can leave it out.</summary>
/// <param name="difference">What Node.js does instead.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnlikeNodeAttribute(string difference) : Attribute, ITraitAttribute
{
    public string Difference => difference;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Node", "Differs")];
}
