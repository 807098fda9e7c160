using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class MessageSnapshotTests
{
    [Fact]
    public void Names_choose_between_handlers_of_any_payload()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed record Say(string Room, string Text);

            [SockJSEndpoint("/chat")]
            public sealed partial class Chat
            {
                [OnMessage("say")]
                public Task SayAsync(Say say, SockJSConnection connection) => connection.SendAsync(say.Text).AsTask();

                [OnMessage("who")]
                public string Who() => "me";

                [OnMessage("text")]
                public void Text(string text)
                {
                }

                [OnMessage("bytes")]
                public void Bytes(ReadOnlyMemory<byte> bytes)
                {
                }

                [OnMessage]
                public void Other(System.Text.Json.JsonElement payload)
                {
                }
            }
            """);

    [Fact]
    public void A_single_handler_may_take_any_payload()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed class Box<T>
            {
                public T? Value { get; set; }
            }

            [SockJSEndpoint("/box")]
            public sealed partial class Boxes
            {
                [OnMessage]
                public void Open(Box<string?> box)
                {
                }
            }
            """);

    [Fact]
    public void Annotations_and_default_values_say_what_may_be_absent()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed record Say(string Text);

            [SockJSEndpoint("/rules")]
            public sealed partial class Rules
            {
                [OnMessage("value")]
                public void Value(int? n)
                {
                }

                [OnMessage("reference")]
                public void Reference(Say? say)
                {
                }

                [OnMessage("number")]
                public void Number(int n = 5)
                {
                }

                [OnMessage("both")]
                public void Both(int? n = 5)
                {
                }

                [OnMessage("null")]
                public void Null(string? text = null)
                {
                }

                [OnMessage("text")]
                public void Text(string text = "a \"b\"\n{c}")
                {
                }

                [OnMessage("struct")]
                public void Struct(Guid id = default)
                {
                }

            #nullable disable
                [OnMessage("oblivious")]
                public void Oblivious(Say say)
                {
                }
            #nullable restore
            }
            """);

    [Fact]
    public void Several_parameters_are_members_of_the_payload()
        => GeneratorTest.Verify(
            """
            namespace App;

            public enum Side { Left, Right }

            public interface IRooms;

            [SockJSEndpoint("/game")]
            public sealed partial class Game
            {
                [OnMessage("move")]
                public void Move(string text, int room = 1, Side side = Side.Right, string? @class = null)
                {
                }

                [OnMessage("place")]
                public ValueTask PlaceAsync(IReadOnlyList<int> cells, SockJSConnection connection, IRooms rooms, Guid? id, CancellationToken closed)
                    => connection.SendAsync($"{cells.Count}{rooms}{id}", closed);
            }
            """);

    [Fact]
    public void Results_are_sent_by_one_local_for_each_type_and_name()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed record Presence(string Name);

            [SockJSEndpoint("/who")]
            public sealed partial class Who
            {
                [OnMessage("a", Reply = "presence")]
                public Presence A() => new("a");

                [OnMessage("b", Reply = "presence")]
                public Task<Presence?> BAsync() => Task.FromResult<Presence?>(null);

                [OnMessage("c", Reply = "presence")]
                public ValueTask<int> CAsync() => new(1);

                [OnMessage("d")]
                public Presence[] D(Presence presence) => [presence];

                [OnMessage("e")]
                public int? E() => null;

                [OnMessage("f", Reply = "a b")]
                public string F(string text, int number) => text + number;

                [OnMessage("g")]
                public string G() => "g";
            }
            """);

    [Fact]
    public void Sequences_are_marked()
        => GeneratorTest.Verify(
            """
            using System.Runtime.CompilerServices;

            namespace App;

            [SockJSEndpoint("/tail")]
            public sealed partial class Tail
            {
                [OnOpen]
                public async IAsyncEnumerable<string> OpenAsync([EnumeratorCancellation] CancellationToken closed)
                {
                    await Task.Delay(1, closed);
                    yield return "open";
                }

                [OnMessage("lines")]
                public async IAsyncEnumerable<string?> LinesAsync([EnumeratorCancellation] CancellationToken closed)
                {
                    await Task.Delay(1, closed);
                    yield return null;
                }

                [OnMessage("numbers", Reply = "number")]
                public async IAsyncEnumerable<int> NumbersAsync(int from, int to, [EnumeratorCancellation] CancellationToken closed)
                {
                    await Task.Delay(1, closed);
                    for (var i = from; i < to; i++)
                        yield return i;
                }
            }
            """);

    [Fact]
    public void The_attribute_says_how_messages_look()
        => GeneratorTest.Verify(
            """
            using System.Text.Json.Serialization;

            namespace App;

            public sealed record Say(string Text);

            [JsonSerializable(typeof(Say))]
            internal sealed partial class ChatJson : JsonSerializerContext;

            [SockJSEndpoint("/chat", JsonContext = typeof(ChatJson), TypeProperty = "kind", DataProperty = "payload")]
            public sealed partial class Chat
            {
                [OnMessage("say")]
                public void Say(Say say)
                {
                }
            }

            [SockJSEndpoint("/flat", JsonContext = typeof(OwnJson), Shape = SockJSMessageShape.Flat)]
            public sealed partial class Flat
            {
                [OnMessage("say")]
                public void Say(Say say)
                {
                }

                [JsonSerializable(typeof(Say))]
                [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
                private sealed partial class OwnJson : JsonSerializerContext;
            }
            """);

    [Fact]
    public void Handlers_of_base_classes_are_called_through_the_endpoint()
        => GeneratorTest.Verify(
            """
            namespace App;

            public abstract class Base<T>
            {
                [OnOpen]
                protected void Open()
                {
                }

                [OnMessage("say")]
                public abstract Task SayAsync(T say);

                [OnMessage("who")]
                public virtual void Who()
                {
                }
            }

            [SockJSEndpoint("/chat")]
            public sealed partial class Chat : Base<string>
            {
                public override Task SayAsync(string said) => Task.CompletedTask;

                [OnMessage("me")]
                public override void Who()
                {
                }

                [OnClose]
                private void Close()
                {
                }
            }
            """);
}
