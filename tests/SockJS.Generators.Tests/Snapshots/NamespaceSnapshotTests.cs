using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class NamespaceSnapshotTests
{
    [Fact]
    public void A_namespace_has_handlers_of_every_kind()
        => GeneratorTest.Verify(
            """
            using System.Text.Json.Serialization;

            namespace App;

            public sealed record ChatAuth(string Token);
            public sealed record Say(string Text);
            public sealed record Receipt(string Status);
            public sealed class ChatLog;

            [SocketIONamespace("/chat", JsonContext = typeof(ChatJson))]
            public sealed partial class ChatNamespace(ChatLog log)
            {
                [OnConnect]
                public async ValueTask<bool> ConnectAsync(SocketIOSocket socket, ChatAuth? auth)
                {
                    await socket.JoinAsync(log.ToString()!);
                    return auth is not null;
                }

                [OnEvent("chat_message")]
                public async ValueTask<Receipt> SayAsync(SocketIOSocket socket, Say say)
                {
                    await socket.To("lobby").EmitAsync("chat_message", say);
                    return new Receipt("ok");
                }

                [OnEvent("upload")]
                public void Upload(string name, ReadOnlyMemory<byte> data, SocketIOAck ack, byte[]? preview, int width = 40) => _ = ack;

                [OnAnyEvent]
                public void Other(string name, SocketIOArguments arguments) => _ = arguments;

                [OnDisconnect]
                public void Left(SocketIOSocket socket, SocketIODisconnectReason reason, CancellationToken none) => _ = reason;
            }

            [JsonSerializable(typeof(ChatAuth))]
            [JsonSerializable(typeof(Say))]
            [JsonSerializable(typeof(Receipt))]
            internal sealed partial class ChatJson : JsonSerializerContext;
            """);

    [Fact]
    public void Results_answer_in_every_form()
        => GeneratorTest.Verify(
            """
            [SocketIONamespace("/")]
            public sealed partial class Root
            {
                [OnConnect]
                public void Connect()
                {
                }

                [OnEvent("nothing")]
                public void Nothing()
                {
                }

                [OnEvent("task")]
                public Task WaitAsync() => Task.CompletedTask;

                [OnEvent("value-task")]
                public ValueTask WaitAsync(int number) => default;

                [OnEvent("value")]
                public string? Value() => null;

                [OnEvent("task of value")]
                public Task<string?> ValueAsync() => Task.FromResult<string?>(null);

                [OnEvent("number")]
                private ValueTask<int> NumberAsync() => new(1);

                [OnEvent("ack")]
                internal Task AckAsync(SocketIOAck ack) => ack.SendAsync().AsTask();

                [OnEvent("ack later")]
                internal ValueTask AckAsync(SocketIOAck ack, string text) => ack.SendAsync(text);

                [OnAnyEvent]
                public byte[] Any(SocketIOArguments all) => [];
            }
            """);

    [Fact]
    public void Services_and_values_of_a_pattern_are_supplied()
        => GeneratorTest.Verify(
            """
            namespace App;

            [Microsoft.AspNetCore.Authorization.Authorize("members")]
            [SocketIONamespace("/org-{id}/{team}")]
            internal sealed partial class Organisation(SocketIOSocket socket, [FromNamespace] string id, TimeProvider? time = null)
            {
                [OnConnect]
                public Task<bool> ConnectAsync([FromNamespace("team")] string name, IServiceProvider services, [FromKeyedServices("k")] Version version)
                    => Task.FromResult(socket.Id == id && name == version.ToString() && time is null && services is not null);

                [OnEvent("rename")]
                public void Rename([FromNamespace] string team, string name, CancellationToken disconnected, [Microsoft.AspNetCore.Mvc.FromServices] Version version)
                {
                }
            }
            """);

    [Fact]
    public void Each_method_of_a_client_interface_emits_an_event()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed record Say(string Text);

            public interface IChatClient
            {
                ValueTask ChatMessageAsync(Say say);

                Task<int> AskAsync(string question, CancellationToken cancellationToken);

                ValueTask<Say?> RepeatAsync();

                Task LeftAsync();

                [Message("up-to-date")]
                Task Moved(int x, string? y, CancellationToken token, ReadOnlyMemory<byte> z);
            }

            [SocketIONamespace("/chat", Client = typeof(IChatClient))]
            public sealed partial class Chat
            {
                [OnConnect]
                public ValueTask ConnectAsync(IChatClient client) => client.ChatMessageAsync(new Say("hello"));
            }
            """);

    [Fact]
    public void Namespaces_and_endpoints_live_side_by_side()
        => GeneratorTest.Verify(
            """
            [SocketIONamespace("/b")] public partial class B;
            [SocketIONamespace("/")] public partial record A { [OnEvent("a")] void Handle(string @class) { } }
            [SockJSEndpoint("/chat")] public partial class Chat { [OnMessage] void Say(string text) { } }
            public partial class Outer { [Obsolete] [SocketIONamespace("/c")] internal sealed partial class @event; }
            """);
}
