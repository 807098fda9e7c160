using System.Text;
using System.Text.Json;

namespace SockJS.SoakTests.Clients;

/// <summary>A client that receives over HTTP responses and sends by POST, whose answer confirms what was sent.</summary>
internal abstract class HttpSoakClient(HttpClient http, Uri endpoint, string name) : SoakClient(name)
{
    private readonly CancellationTokenSource _dropping = new();
    private Task _receiving = Task.CompletedTask;

    protected HttpClient Http => http;

    public override void Start() => _receiving = RunAsync();

    public override async Task DropAsync()
    {
        await _dropping.CancelAsync();
        await _receiving;
    }

    public override async ValueTask DisposeAsync()
    {
        // Over HTTP a client has no other way to close.
        await DropAsync();
        _dropping.Dispose();
    }

    protected string UrlOf(string transport) => $"{endpoint}/000/{Name}/{transport}";

    protected abstract Task ReceiveAsync(CancellationToken cancellationToken);

    protected override async Task SendAsync(IReadOnlyList<string> messages)
    {
        try
        {
            using var content = new StringContent(JsonSerializer.Serialize(messages), Encoding.UTF8, "text/plain");
            using var response = await http.PostAsync(UrlOf("xhr_send"), content, _dropping.Token);
            if (response.IsSuccessStatusCode)
                Confirmed += messages.Count;
            else if (!_dropping.IsCancellationRequested)
                Fail(new HttpRequestException($"xhr_send answered {(int)response.StatusCode}"));
        }
        catch (Exception) when (_dropping.IsCancellationRequested)
        {
            // That is what a drop does to it.
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
                await ReceiveAsync(_dropping.Token);
        }
        catch (Exception) when (_dropping.IsCancellationRequested)
        {
            // That is what a drop does to it.
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
