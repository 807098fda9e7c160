using System.Globalization;
using System.Text;

namespace SockJS.Conformance.Support;

/// <summary>An answer whose head was read. The body is read as the test asks: chunk by chunk, or whole.</summary>
public sealed class HttpReply
{
    private readonly Wire _wire;
    private readonly bool _hasBody;

    private HttpReply(Wire wire, string version, int status, List<(string Name, string Value)> headers, bool hasBody)
    {
        _wire = wire;
        _hasBody = hasBody;
        Version = version;
        Status = status;
        Headers = headers;
    }

    public string Version { get; }

    public int Status { get; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    /// <summary>The body, once it was read whole.</summary>
    public string Body { get; private set; } = "";

    public bool IsChunked => this["Transfer-Encoding"] == "chunked";

    /// <summary>The value of a header that must not occur twice; <see langword="null"/> where it is missing.</summary>
    public string? this[string name] => All(name) switch
    {
        [] => null,
        [var value] => value,
        var values => throw new InvalidDataException($"{name} occurs {values.Count} times: {string.Join(" | ", values)}"),
    };

    public List<string> All(string name)
        => [.. Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];

    public static async Task<HttpReply> ReadHeadAsync(Wire wire, string method)
    {
        var statusLine = await wire.ReadLineAsync();
        Assert.Matches("^HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?$", statusLine);
        var status = int.Parse(statusLine.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var headers = new List<(string, string)>();
        while (await wire.ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        var hasBody = status is not (101 or 204 or 304) && method != "HEAD";
        return new HttpReply(wire, statusLine[5..8], status, headers, hasBody);
    }

    /// <summary>Reads the next chunk; <see langword="null"/> for the one that ends the body.</summary>
    public async Task<string?> ReadChunkAsync()
        => await ReadChunkBytesAsync() is { Length: > 0 } chunk ? Encoding.UTF8.GetString(chunk) : null;

    public async Task<HttpReply> ReadBodyAsync()
    {
        Body = !_hasBody ? ""
            : IsChunked ? await ReadChunksAsync()
            : this["Content-Length"] is { } length ? Encoding.UTF8.GetString(await ReadLengthAsync(length))
            : Version == "1.0" || this["Connection"] == "close" ? Encoding.UTF8.GetString(await _wire.ReadToEndAsync())
            : throw new InvalidDataException($"Nothing says where the body of this {Status} ends.");
        return this;
    }

    private Task<byte[]> ReadLengthAsync(string length) => _wire.ReadExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture));

    private async Task<string> ReadChunksAsync()
    {
        // Decoded as a whole, since a chunk of a long answer may end inside a character.
        var body = new List<byte>();
        while (await ReadChunkBytesAsync() is { Length: > 0 } chunk)
            body.AddRange(chunk);
        return Encoding.UTF8.GetString([.. body]);
    }

    private async Task<byte[]> ReadChunkBytesAsync()
    {
        Assert.True(IsChunked, "The answer is not chunked.");
        var size = int.Parse(await _wire.ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var chunk = await _wire.ReadExactlyAsync(size);
        Assert.Equal("", await _wire.ReadLineAsync());
        return chunk;
    }
}
