using Xunit.v3;

namespace SockJS.Conformance.Support;

/// <summary>Marks the tests that start a server of their own, and so say nothing about one that runs elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnServerAttribute : Attribute, ITraitAttribute
{
    public const string Name = "Server";
    public const string Value = "Own";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Name, Value)];
}
