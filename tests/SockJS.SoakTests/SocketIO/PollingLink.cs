using System.Text;
using System.Text.Json;

namespace SockJS.SoakTests.SocketIO;

/// <summary>A session over long-polling.</summary>
internal class PollingLink(HttpClient http, Uri endpoint, Action<string> takeText, Action<byte[]> takeBytes, Action<Exception> fail)
    : EngineLink(takeText, takeBytes, fail)
{
    private volatile bool _isPaused;
    private string _url = "";

    protected string Sid { get; private set; } = "";

    protected Uri Endpoint => endpoint;

    protected Task Polling { get; private set; } = Task.CompletedTask;

    /// <summary>Lets the poll that is under way be the last, and waits for its end.</summary>
    protected Task PauseAsync()
    {
        _isPaused = true;
        return Polling;
    }

    public override async Task OpenAsync()
    {
        var url = $"{endpoint}?EIO=4&transport=polling";
        var open = await http.GetStringAsync(url, Ending);
        using var json = JsonDocument.Parse(open.AsMemory(1));
        Sid = json.RootElement.GetProperty("sid").GetString()!;
        _url = $"{url}&sid={Sid}";
        Polling = PollAsync();
    }

    public override async Task DropAsync()
    {
        await base.DropAsync();
        await Polling;
    }

    protected override async Task WriteAsync(IReadOnlyList<object> packets)
    {
        var body = string.Join(Separator, packets.Select(static packet => packet is byte[] bytes ? "b" + Convert.ToBase64String(bytes) : packet));
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var response = await http.PostAsync(_url, content, Ending);
        if (!response.IsSuccessStatusCode)
            Fail(new HttpRequestException($"a POST was answered with {(int)response.StatusCode}"));
    }

    private async Task PollAsync()
    {
        try
        {
            while (!_isPaused)
            {
                var payload = await http.GetStringAsync(_url, Ending);
                foreach (var packet in payload.Split(Separator))
                    TakeText(packet);
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
