using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class ClientSnapshotTests
{
    [Fact]
    public void Each_method_sends_a_message()
        => GeneratorTest.Verify(
            """
            namespace App;

            public sealed record Said(string Text);

            public interface IChatClient
            {
                ValueTask SaidAsync(Said said);

                ValueTask LeftAsync();

                Task JoinedAsync(string? who, CancellationToken cancellationToken = default);

                Task MovedAsync(int x, CancellationToken closed, int y);

                [Message("up-to-date")]
                ValueTask Current(CancellationToken token);
            }

            [SockJSEndpoint("/chat", Client = typeof(IChatClient))]
            public sealed partial class Chat
            {
                [OnMessage]
                public void Say(string text)
                {
                }
            }
            """);

    [Fact]
    public void Inherited_methods_count_and_implemented_ones_do_not()
        => GeneratorTest.Verify(
            """
            public interface IClosable
            {
                ValueTask CloseAsync(int code);

                ValueTask Silent();
            }

            public interface IClient<T> : IClosable
            {
                static int Count { get; set; }

                ValueTask Async(T value);

                ValueTask TwiceAsync(T value) => Async(value);

                ValueTask IClosable.Silent() => default;
            }

            public static partial class Outer
            {
                [SockJSEndpoint("/chat", Client = typeof(IClient<List<string?>>))]
                public sealed partial class Chat
                {
                    [OnOpen]
                    public void Open()
                    {
                    }
                }
            }
            """);

    [Fact]
    public void No_name_of_a_user_is_in_the_way()
        => GeneratorTest.Verify(
            """
            namespace App.@event;

            public sealed record ChatClient(string Text);

            public interface IClient
            {
                ValueTask sender(ChatClient sender);

                ValueTask _sender(ChatClient _sender, string sender, string[] members, string values, int @this, int Rest, int Item1, int ToString, (int A, int) @class);

                ValueTask @namespace(params int[] numbers);
            }

            [SockJSEndpoint("/chat", Client = typeof(IClient))]
            public sealed partial class Chat
            {
                [OnMessage("x", Reply = "self")]
                public int Reply() => 1;

                [OnMessage("y", Reply = "routes")]
                public int Self(int self, int services, int members) => self + services + members;
            }
            """);

    [Fact]
    public void An_interface_without_methods_sends_nothing()
        => GeneratorTest.Verify(
            """
            namespace App;

            public interface IClient;

            [SockJSEndpoint("/chat", Client = typeof(IClient))]
            public sealed partial class Chat
            {
                [OnMessage]
                public void Say(string text)
                {
                }
            }
            """);
}
