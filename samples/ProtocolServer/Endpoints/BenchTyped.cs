using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtocolServer.Endpoints;

/// <summary>An echo that reads its messages as values and writes them anew, to be measured.</summary>
[SockJSEndpoint("/bench/typed", JsonContext = typeof(BenchJson))]
public sealed partial class BenchTyped
{
    /// <summary>Answers one message.</summary>
    [OnMessage]
    public BenchMessage Answer(BenchMessage message) => message;
}

/// <summary>A text and the number of the message.</summary>
public sealed record BenchMessage
{
    /// <summary>Gets or sets the text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Gets or sets the number.</summary>
    public long Seq { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BenchMessage))]
internal sealed partial class BenchJson : JsonSerializerContext;
