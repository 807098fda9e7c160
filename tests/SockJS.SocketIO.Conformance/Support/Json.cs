using System.Text.Json.Nodes;

namespace SockJS.SocketIO.Conformance.Support;

internal static class Json
{
    public static JsonNode Parse(string json) => JsonNode.Parse(json)!;


    /// <summary>The same value, however it is spelt.</summary>
    public static void AssertEqual(string expected, string actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}, but it is {actual}.");
}
