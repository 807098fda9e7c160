using System.Text;

namespace SockJS.Conformance.Support;

/// <summary>A request as a test wants it on the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path and query, written as they are.</param>
/// <param name="Headers">Headers beside <c>Host</c> and the body's length.</param>
public sealed record HttpCall(string Method, string Path, params (string Name, string Value)[] Headers)
{
    /// <summary>The body; without one, POST says that it has none.</summary>
    public byte[]? Body { get; init; }

    public string Version { get; init; } = "1.1";

    /// <summary>Whether the length of the body is stated; where it is not, neither is chunked encoding used.</summary>
    public bool StatesLength { get; init; } = true;

    public static HttpCall Get(string path, params (string Name, string Value)[] headers) => new("GET", path, headers);

    public static HttpCall Options(string path, params (string Name, string Value)[] headers) => new("OPTIONS", path, headers);

    public static HttpCall Post(string path, params (string Name, string Value)[] headers) => new("POST", path, headers);

    public static HttpCall Post(string path, string body, params (string Name, string Value)[] headers)
        => new("POST", path, headers) { Body = Encoding.UTF8.GetBytes(body) };

    public byte[] ToBytes(string host)
    {
        var head = new StringBuilder($"{Method} {Path} HTTP/{Version}\r\nHost: {host}\r\n");
        foreach (var (name, value) in Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (StatesLength && (Body is not null || Method == "POST"))
            head.Append("Content-Length: ").Append(Body?.Length ?? 0).Append("\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }
}
