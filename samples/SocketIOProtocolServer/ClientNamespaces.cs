using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SocketIO;
using SockJS.SocketIO.Hosting;

namespace SocketIOProtocolServer;

/// <summary>The namespaces that the suites of the clients expect.</summary>
internal static partial class ClientNamespaces
{
    private const string FirstCame = "abuff1";
    private const string BlobsCame = "blobs";

    private static readonly string[] s_texts = ["てすと", "Я Б Г Д Ж Й", "Ä ä Ü ü ß", "utf8 — string", "utf8 — string"];

    public static void Map(SocketIOBuilder io)
    {
        foreach (var silent in new[] { "/timeout_socket", "/valid", "/asd" })
            io.Namespace(silent, static _ => { });
        io.Namespace("/no", static no => no.OnConnect(static _ => throw new SocketIORefusedException("Auth failed (custom namespace)")));
        io.Namespace("/foo", static foo => foo.On("getId", static (socket, _, ack) => ack.SendAsync(socket.Id)));
        io.Namespace("/abc", static abc =>
        {
            abc.JsonContext = ClientJson.Default;
            abc.OnConnect(static socket => socket.EmitAsync("handshake", Describe(socket)));
        });
        io.Namespace("/", static main =>
        {
            main.JsonContext = ClientJson.Default;
            main.Use(static (socket, next) => socket.Handshake.Query.ContainsKey("fail")
                ? throw new SocketIORefusedException("Auth failed (main namespace)")
                : next());
            MapTexts(main);
            MapBytes(main);
            MapBlobs(main);
        });
    }

    private static void MapTexts(SocketIONamespaceBuilder main) => main
        .On("hi", static (socket, _) => socket.EmitAsync("hi"))
        .On("echo", static (_, arguments, ack) => ack.SendAsync(arguments))
        .On("ack", static (socket, arguments) =>
        {
            // The next event is not to wait until the client has answered, which some clients never do.
            _ = AskAsync(socket);
            return default;
        })
        .On("getAckDate", static (_, _, ack) => ack.SendAsync(Now()))
        .On("getDate", static (socket, _) => socket.EmitAsync("takeDate", Now()))
        .On("getDateObj", static (socket, _) => socket.EmitAsync("takeDateObj", new Dated(Now())))
        .On("getUtf8", static async (socket, _) =>
        {
            foreach (var text in s_texts)
                await socket.EmitAsync("takeUtf8", text);
        })
        .On("false", static (socket, _) => socket.EmitAsync("false", false))
        .On("getHandshake", static (socket, _, ack) => ack.SendAsync(Describe(socket)))
        .On("getId", static (socket, _, ack) => ack.SendAsync(socket.Id));

    private static void MapBytes(SocketIONamespaceBuilder main) => main
        .On("doge", static (socket, _) => socket.EmitAsync("doge", new ReadOnlyMemory<byte>("asdfasdf"u8.ToArray())))
        .On("getbin", static (socket, _) => socket.EmitAsync("takebin", new ReadOnlyMemory<byte>("asdfasdf"u8.ToArray())))
        .On("buffa", static (socket, arguments) => IsBytes(arguments) ? socket.EmitAsync("buffack") : default)
        .On("jsonbuff", static (socket, arguments) =>
            arguments.TryGet<Mixed>(0, out var mixed) && mixed is { Hello: "lol", Message.Length: > 0, Goodbye: "gotcha" }
                ? socket.EmitAsync("jsonbuff-ack")
                : default)
        .On("abuff1", static (socket, arguments) =>
        {
            socket.Data[FirstCame] = IsBytes(arguments);
            return default;
        })
        .On("abuff2", static (socket, _) => socket.Data.TryGetValue(FirstCame, out var came) && came is true ? socket.EmitAsync("abuff2-ack") : default);

    // Browsers send blobs; they arrive as other bytes do.
    private static void MapBlobs(SocketIONamespaceBuilder main) => main
        .On("blob", static (socket, arguments) => IsBytes(arguments) ? socket.EmitAsync("back") : default)
        .On("jsonblob", static (socket, arguments) =>
            arguments.TryGet<Mixed>(0, out var mixed) && mixed is { Hello: "lol", Message.Length: > 0, Goodbye: "gotcha" }
                ? socket.EmitAsync("jsonblob-ack")
                : default)
        .On("blob1", static (socket, arguments) => CountBlob(socket, 0, IsBytes(arguments)))
        .On("blob2", static (socket, arguments) => CountBlob(socket, 1, arguments.TryGet<string>(0, out var text) && text == "second"))
        .On("blob3", static (socket, arguments) => IsBytes(arguments) && CountOfBlobs(socket) == 2 ? socket.EmitAsync("blob3-ack") : default);

    private static ValueTask CountBlob(SocketIOSocket socket, int position, bool isRight)
    {
        if (isRight && CountOfBlobs(socket) == position)
            socket.Data[BlobsCame] = position + 1;
        return default;
    }

    private static int CountOfBlobs(SocketIOSocket socket) => socket.Data.TryGetValue(BlobsCame, out var count) ? (int)count! : 0;

    private static async Task AskAsync(SocketIOSocket socket)
    {
        try
        {
            if (await socket.EmitWithAckAsync<int>("ack") == 5)
                await socket.EmitAsync("got it");
        }
        catch (Exception exception) when (exception is SocketIOAckTimeoutException or SocketIODisconnectedException or JsonException)
        {
            // Not the right answer.
        }
    }

    private static bool IsBytes(SocketIOArguments arguments) => arguments.TryGet<ReadOnlyMemory<byte>>(0, out _);

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static HandshakeView Describe(SocketIOSocket socket)
        => new(socket.Handshake.Query.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()), socket.Handshake.Auth);

    /// <summary>What a client may read of its own handshake.</summary>
    internal sealed record HandshakeView(Dictionary<string, string> Query, JsonElement Auth);

    internal sealed record Dated(string Date);

    internal sealed record Mixed(string Hello, ReadOnlyMemory<byte> Message, string Goodbye);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(HandshakeView))]
    [JsonSerializable(typeof(Dated))]
    [JsonSerializable(typeof(Mixed))]
    [JsonSerializable(typeof(ReadOnlyMemory<byte>))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(bool))]
    [JsonSerializable(typeof(string))]
    private sealed partial class ClientJson : JsonSerializerContext;
}
