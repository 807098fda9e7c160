namespace SockJS.SoakTests.Clients;

/// <summary>A client that reads a response line by line, and opens the next when it ends: xhr-streaming, or eventsource.</summary>
internal sealed class StreamingClient(HttpClient http, Uri endpoint, string name, bool isEventSource) : HttpSoakClient(http, endpoint, name)
{
    private const string Data = "data: ";

    protected override async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        using var request = isEventSource
            ? new HttpRequestMessage(HttpMethod.Get, UrlOf("eventsource"))
            : new HttpRequestMessage(HttpMethod.Post, UrlOf("xhr_streaming"));
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (isEventSource && line.StartsWith(Data, StringComparison.Ordinal))
                Take(line.AsSpan(Data.Length));
            else if (!isEventSource && line.Length > 0 && line[0] != 'h')
                Take(line);
        }
    }
}
