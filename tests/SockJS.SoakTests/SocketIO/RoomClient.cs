using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace SockJS.SoakTests.SocketIO;

/// <summary>A client in one namespace, which keeps accounts of what it emitted, what was answered, and what it was told.</summary>
internal sealed class RoomClient(string name, string nameSpace, Func<Action<string>, Action<byte[]>, Action<Exception>, EngineLink> connect) : IAsyncDisposable
{
    private const int OneInSoManyHasBytes = 3;

    private readonly object _lock = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EngineLink? _link;
    private (string? Id, string? Secret, string? Offset) _place;
    private int _life;
    private int _lastAsked;
    private int _expectedNews = int.MaxValue;
    private long? _expectedBytes;

    /// <summary>Gets how often the client came back as the socket that it had been.</summary>
    public int Recoveries { get; private set; }

    /// <summary>Gets the number of events of this life that were emitted.</summary>
    public int Emitted { get; private set; }

    /// <summary>Gets the number of events of this life that were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Gets the number of the last news.</summary>
    public int News { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Gets the name that the server books this life of the client under.</summary>
    public string Account => $"{name}.{_life}";

    public string FirstAccount => $"{name}.1";

    public async Task OpenAsync()
    {
        _life++;
        Emitted = Answered = _lastAsked = 0;
        _expectedBytes = null;
        _joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _link = connect(Take, TakeBytes, Fail);
        await _link.OpenAsync();
        var recovery = _place is { Secret: { } secret, Offset: { } offset } ? $",\"pid\":\"{secret}\",\"offset\":\"{offset}\"" : "";
        await _link.SendAsync($"40{nameSpace},{{\"account\":\"{Account}\"{recovery}}}");
        await _joined.Task;
    }

    /// <summary>Emits events, every third with bytes, each of which is to be answered.</summary>
    public Task EmitAsync(int count)
    {
        var packets = new List<object>();
        for (; count > 0; count--)
        {
            var number = ++Emitted;
            if (number % OneInSoManyHasBytes != 0)
            {
                packets.Add($"42{nameSpace},{number}[\"order\",\"{Account}\",{number}]");
                continue;
            }

            var bytes = new byte[200];
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            packets.Add($"451-{nameSpace},{number}[\"bytes\",\"{Account}\",{{\"_placeholder\":true,\"num\":0}}]");
            packets.Add(bytes);
        }

        return _link!.SendAsync([.. packets]);
    }

    /// <summary>Loses the connection.</summary>
    public async Task DropAsync()
    {
        await _link!.DisposeAsync();
        _link = null;
    }

    /// <summary>Waits until all events were answered and the last news has come.</summary>
    public Task WaitAsync(int news)
    {
        lock (_lock)
        {
            _expectedNews = news;
            CompleteIfAllIsThere();
        }

        return _done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_link is null)
            return;
        await _link.SendAsync($"41{nameSpace},", "1");
        await _link.DisposeAsync();
    }

    private void Take(string packet)
    {
        lock (_lock)
        {
            try
            {
                TakePacket(packet);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }
    }

    private void TakePacket(string packet)
    {
        var comma = packet.IndexOf(',', StringComparison.Ordinal);
        var start = packet.AsSpan(comma + 1).IndexOfAny('[', '{') + comma + 1;
        var id = packet[(comma + 1)..start];
        using var json = JsonDocument.Parse(packet.AsMemory(start));
        switch (packet[0])
        {
            case '0':
                Join(json.RootElement);
                break;
            case '2' when json.RootElement[0].ValueEquals("ask"):
                Answer(id, json.RootElement[1].GetInt32());
                break;
            case '2':
                TakeNews(json.RootElement);
                break;
            case '3':
                TakeAnswer(id, json.RootElement[0].GetInt32());
                break;
            case '6':
                _expectedBytes = long.Parse(id, CultureInfo.InvariantCulture);
                break;
            default:
                throw new InvalidDataException($"the packet {packet} came");
        }
    }

    private void TakeBytes(byte[] bytes)
    {
        lock (_lock)
        {
            var number = BinaryPrimitives.ReadInt32BigEndian(bytes);
            if (_expectedBytes != number)
                Problem ??= $"the bytes of {number} came with the answer to {_expectedBytes}";
            _expectedBytes = null;
            TakeAnswer(number.ToString(CultureInfo.InvariantCulture), number);
        }
    }

    private void Join(JsonElement reply)
    {
        var id = reply.GetProperty("sid").GetString();
        if (id == _place.Id)
            Recoveries++;
        else
            (_place, News) = ((id, reply.TryGetProperty("pid", out var secret) ? secret.GetString() : null, null), 0);
        _joined.TrySetResult();
    }

    // A recovered client has missed nothing, any other begins wherever the others are.
    private void TakeNews(JsonElement arguments)
    {
        var number = arguments[1].GetInt32();
        if (News != 0 && number != News + 1)
            Problem ??= $"news {number} came after news {News}";
        News = number;
        if (arguments.GetArrayLength() > 2)
            _place.Offset = arguments[2].GetString();
        CompleteIfAllIsThere();
    }

    private void Answer(string id, int number)
    {
        if (number != _lastAsked + 1)
            Problem ??= $"question {number} came after question {_lastAsked}";
        _lastAsked = number;
        _ = _link?.SendAsync($"43{nameSpace},{id}[{number}]");
    }

    private void TakeAnswer(string id, int number)
    {
        if (id != number.ToString(CultureInfo.InvariantCulture) || number != Answered + 1)
            Problem ??= $"answer {number} to event {id} came after answer {Answered}";
        Answered = number;
        CompleteIfAllIsThere();
    }

    private void CompleteIfAllIsThere()
    {
        if (Answered == Emitted && News >= _expectedNews)
            _done.TrySetResult();
    }

    private void Fail(Exception exception)
    {
        Problem ??= exception.Message;
        _joined.TrySetException(exception);
        _done.TrySetException(exception);
        _ = _joined.Task.Exception;
        _ = _done.Task.Exception;
    }
}
