using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Hosting;

namespace SockJS.SocketIO.ClientTests.Hosting;

/// <summary>What the scenarios expect of a server.</summary>
internal sealed partial class TestNamespaces(DisconnectJournal journal)
{
    private static readonly string[] s_none = [];

    public void Map(SocketIOBuilder io)
    {
        io.Namespace("/", MapCommon);
        io.Namespace("/named", MapCommon);
        io.Namespace("/private-{id}", MapCommon);
        io.Namespace("/org-{id}", static org => Configure(org)
            .On("which", static (socket, _, ack) => ack.SendAsync(socket.NamespaceValues["id"])));
        io.Namespace("/refused", static refused => Configure(refused)
            .OnConnect(static _ => throw new SocketIORefusedException("not today", new Refusal(42, Retry: false))));
        io.Namespace("/members", members =>
        {
            MapCommon(members);
            members.Use(static (socket, next) =>
                socket.Handshake.Auth.TryGetProperty("token", out var token) && token.ValueEquals("good")
                    ? next()
                    : throw new SocketIORefusedException("bad token"));
        });
    }

    private static SocketIONamespaceBuilder Configure(SocketIONamespaceBuilder builder)
    {
        builder.JsonContext = TestJson.Default;
        return builder;
    }

    private void MapCommon(SocketIONamespaceBuilder builder)
    {
        MapConnection(Configure(builder));
        MapEvents(builder);
        MapRooms(builder);
    }

    private void MapConnection(SocketIONamespaceBuilder builder) => builder
        .OnDisconnect((socket, reason) =>
        {
            if (socket.Handshake.Auth.TryGetProperty("tag", out var tag))
                journal.Add(tag.GetString()!, reason);
            return default;
        })
        .On("who", static (socket, _, ack) => ack.SendAsync(new Who(
            socket.Id,
            socket.Namespace,
            socket.Handshake.Auth,
            socket.Handshake.Query["room"],
            socket.IsRecovered,
            socket.Connection.Transport == EngineIOTransport.Polling ? "polling" : "websocket")))
        .On("leave-me", static (socket, arguments) => socket.DisconnectAsync(arguments.Get<bool>(0)))
        .On("cut", static (socket, _) => socket.Connection.CloseAsync())
        .On("reason", (_, arguments, ack) => ack.SendAsync(journal.Find(arguments.Get<string>(0)!)));

    private static void MapEvents(SocketIONamespaceBuilder builder) => builder
        .On("echo", static (socket, arguments) => socket.EmitAsync("echo", arguments))
        .On("ask", static (_, arguments, ack) => ack.SendAsync(arguments))
        .On("silent", static (_, _) => default)
        .On("question", static (socket, arguments) => AskAsync(socket, arguments.Get<string>(0)!, arguments.Get<int>(1)))
        .On("count", static (socket, arguments) => CountAsync(socket, arguments.Get<int>(0)))
        .On("volatile", static (socket, arguments) => TickAsync(socket, arguments.Get<int>(0)));

    private static void MapRooms(SocketIONamespaceBuilder builder) => builder
        .On("join", static async (socket, arguments, ack) =>
        {
            await socket.JoinAsync(arguments.Get<string>(0)!);
            await ack.SendAsync();
        })
        .On("leave", static async (socket, arguments, ack) =>
        {
            await socket.LeaveAsync(arguments.Get<string>(0)!);
            await ack.SendAsync();
        })
        .On("rooms", static (socket, _, ack) => ack.SendAsync(socket.Rooms.Where(room => room != socket.Id).Order().ToArray()))
        .On("say", static async (socket, arguments, ack) =>
        {
            var rooms = arguments.Get<string[]>(0)!;
            var others = rooms.Length == 0 ? socket.Broadcast : socket.To(rooms);
            await others.Except(arguments.Get<string[]>(1) ?? s_none).EmitAsync("said", arguments.Get<string>(2));
            await ack.SendAsync();
        })
        .On("announce", static async (socket, arguments, ack) =>
        {
            // A selection that begins without a room and leaves nobody out is the whole namespace.
            await socket.In(arguments.Get<string[]>(0)!).Except(arguments.Get<string[]>(1)!).EmitAsync("said", arguments.Get<string>(2));
            await ack.SendAsync();
        })
        .On("poll", static (socket, arguments, ack) => PollAsync(socket, arguments.Get<string>(0)!, arguments.Get<int>(1), ack));

    private static async ValueTask AskAsync(SocketIOSocket socket, string text, int wait)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
        try
        {
            if (text == "ready?")
                await socket.EmitAsync("answered", await socket.EmitWithAckAsync<Readiness>("question", text, patience.Token));
            else
                await socket.EmitAsync("answered", await socket.EmitWithAckAsync<string>("question", text, patience.Token));
        }
        catch (Exception e) when (e is SocketIOAckTimeoutException or OperationCanceledException)
        {
            await socket.EmitAsync("unanswered");
        }
    }

    private static async ValueTask CountAsync(SocketIOSocket socket, int count)
    {
        for (var i = 0; i < count; i++)
            await socket.EmitAsync("number", i);
    }

    private static async ValueTask TickAsync(SocketIOSocket socket, int count)
    {
        for (var i = 0; i < count; i++)
            await socket.Volatile.EmitAsync("tick", i, new ReadOnlyMemory<byte>([(byte)i]));
        await socket.EmitAsync("done");
    }

    private static async ValueTask PollAsync(SocketIOSocket socket, string room, int wait, SocketIOAck ack)
    {
        try
        {
            var votes = await socket.In(room).WithTimeout(TimeSpan.FromMilliseconds(wait)).EmitWithAckAsync<string>("vote");
            await ack.SendAsync(votes.Order(StringComparer.Ordinal).ToArray(), true);
        }
        catch (SocketIOAckTimeoutException e)
        {
            await ack.SendAsync(e.PartialResponses.Select(vote => Convert.ToString(vote, CultureInfo.InvariantCulture)!).Order(StringComparer.Ordinal).ToArray(), false);
        }
    }

    internal sealed record Who(string Id, string Namespace, JsonElement Auth, string? Query, bool Recovered, string Transport);

    internal sealed record Readiness(string Text, ReadOnlyMemory<byte> Proof);

    internal sealed record Refusal(int Code, bool Retry);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Who))]
    [JsonSerializable(typeof(Readiness))]
    [JsonSerializable(typeof(Refusal))]
    [JsonSerializable(typeof(string[]))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(bool))]
    [JsonSerializable(typeof(ReadOnlyMemory<byte>))]
    private sealed partial class TestJson : JsonSerializerContext;
}
