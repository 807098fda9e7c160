namespace SockJS.SoakTests.Clients;

/// <summary>A client that polls.</summary>
internal sealed class PollingClient(HttpClient http, Uri endpoint, string name) : HttpSoakClient(http, endpoint, name)
{
    protected override async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        using var response = await Http.PostAsync(UrlOf("xhr"), content: null, cancellationToken);
        response.EnsureSuccessStatusCode();
        Take((await response.Content.ReadAsStringAsync(cancellationToken)).TrimEnd('\n'));
    }
}
