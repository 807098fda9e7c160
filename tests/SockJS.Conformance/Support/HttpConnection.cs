namespace SockJS.Conformance.Support;

/// <summary>A kept-alive HTTP connection.</summary>
public sealed class HttpConnection(Wire wire, string host)
{
    public Wire Wire { get; } = wire;

    public Task WriteAsync(HttpCall call) => Wire.WriteAsync(call.ToBytes(host));

    /// <summary>Sends a request and reads the head of its answer.</summary>
    public async Task<HttpReply> OpenAsync(HttpCall call)
    {
        await WriteAsync(call);
        return await HttpReply.ReadHeadAsync(Wire, call.Method);
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<HttpReply> SendAsync(HttpCall call) => await (await OpenAsync(call)).ReadBodyAsync();
}
