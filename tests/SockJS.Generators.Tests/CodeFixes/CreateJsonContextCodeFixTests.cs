using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class CreateJsonContextCodeFixTests
{
    private readonly PayloadFixTest _fix = new(new CreateJsonContextCodeFix());

    [Fact]
    public async Task The_context_follows_the_endpoint_and_lists_all_its_payloads()
        => Assert.Equal("Create a JsonSerializerContext", await _fix.VerifyAsync(
            ["""
            using System.Collections.Generic;
            using SockJS;

            namespace App;

            /// <summary>A comment.</summary>
            [SockJSEndpoint("/chat")]
            public sealed partial class Chat
            {
                [OnMessage("say")] public List<Said?> OnSay(Say say) => [];
            }

            public sealed record Say(string Text);
            public sealed record Said(string Text);
            """],
            """
            using System.Collections.Generic;
            using System.Text.Json.Serialization;
            using SockJS;

            namespace App;

            /// <summary>A comment.</summary>
            [SockJSEndpoint("/chat", JsonContext = typeof(ChatJson))]
            public sealed partial class Chat
            {
                [OnMessage("say")] public List<Said?> OnSay(Say say) => [];
            }

            [JsonSerializable(typeof(Say))]
            [JsonSerializable(typeof(List<Said>))]
            internal sealed partial class ChatJson : JsonSerializerContext;

            public sealed record Say(string Text);
            public sealed record Said(string Text);
            """));

    [Fact]
    public async Task It_is_written_where_the_attribute_is_with_a_name_that_is_free()
        => await _fix.VerifyAsync(
            ["""
            using SockJS;

            partial class A { [OnMessage] public void On(int[] n) { } }
            class AJson;
            """,
            """
            using System.Text.Json.Serialization;
            using SockJS;

            [SockJSEndpoint("/a")] public partial class A;
            """],
            """
            using SockJS;

            partial class A { [OnMessage] public void On(int[] n) { } }
            class AJson;
            """,
            """
            using System.Text.Json.Serialization;
            using SockJS;

            [SockJSEndpoint("/a", JsonContext = typeof(AJson2))] public partial class A;

            [JsonSerializable(typeof(int[]))]
            internal sealed partial class AJson2 : JsonSerializerContext;
            """);

    [Fact]
    public async Task The_context_of_a_nested_endpoint_is_nested_too()
        => await _fix.VerifyAsync(
            ["""
            using System.Text.Json.Serialization;
            using SockJS;

            static partial class Outer
            {
                private sealed record Say(string Text);

                [SockJSEndpoint("/a")]
                internal partial class A
                {
                    [OnMessage] private void On(Say say) { }
                }
            }
            """],
            """
            using System.Text.Json.Serialization;
            using SockJS;

            static partial class Outer
            {
                private sealed record Say(string Text);

                [SockJSEndpoint("/a", JsonContext = typeof(AJson))]
                internal partial class A
                {
                    [OnMessage] private void On(Say say) { }
                }

                [JsonSerializable(typeof(Say))]
                internal sealed partial class AJson : JsonSerializerContext;
            }
            """);

    [Fact]
    public async Task All_types_of_an_endpoint_go_into_one_context()
        => await _fix.VerifyFixAllAsync(
            ["""
            using System.Text.Json.Serialization;
            using SockJS;

            public sealed record Say(string Text);

            [SockJSEndpoint("/a")]
            public partial class A
            {
                [OnMessage("one")] public Say[] One(Say say) => [say];
                [OnMessage("two")] public void Two(Say say) { }
            }

            [SockJSEndpoint("/b")]
            public partial class B
            {
                [OnMessage] public void On(Say say) { }
            }
            """],
            """
            using System.Text.Json.Serialization;
            using SockJS;

            public sealed record Say(string Text);

            [SockJSEndpoint("/a", JsonContext = typeof(AJson))]
            public partial class A
            {
                [OnMessage("one")] public Say[] One(Say say) => [say];
                [OnMessage("two")] public void Two(Say say) { }
            }

            [JsonSerializable(typeof(Say))]
            [JsonSerializable(typeof(Say[]))]
            internal sealed partial class AJson : JsonSerializerContext;

            [SockJSEndpoint("/b", JsonContext = typeof(BJson))]
            public partial class B
            {
                [OnMessage] public void On(Say say) { }
            }

            [JsonSerializable(typeof(Say))]
            internal sealed partial class BJson : JsonSerializerContext;
            """);

    [Fact]
    public async Task A_class_that_is_no_context_is_replaced()
        => await _fix.VerifyAsync(
            ["""
            using System.Text.Json.Serialization;
            using SockJS;

            [SockJSEndpoint("/a", JsonContext = {|SOCKJS202:typeof(Wrong)|}, Shape = SockJSMessageShape.Flat)]
            public partial class A { [OnMessage] public void On(int[] n) { } }

            class Wrong;
            """],
            """
            using System.Text.Json.Serialization;
            using SockJS;

            [SockJSEndpoint("/a", JsonContext = typeof(AJson), Shape = SockJSMessageShape.Flat)]
            public partial class A { [OnMessage] public void On(int[] n) { } }

            [JsonSerializable(typeof(int[]))]
            internal sealed partial class AJson : JsonSerializerContext;

            class Wrong;
            """);

    [Theory]
    [InlineData("""[JsonSerializable(typeof(int))] class AJson : JsonSerializerContext; [SockJSEndpoint("/a", JsonContext = {|SOCKJS202:typeof(AJson)|})] partial class A { [OnMessage] void On(int[] n) { } }""")]
    [InlineData("""[JsonSerializable(typeof(int))] partial class AJson : JsonSerializerContext; [SockJSEndpoint("/a", JsonContext = typeof(AJson))] partial class A { [OnMessage] void On(int[] n) { } }""")]
    [InlineData("""[JsonSerializable(typeof(int))] partial class AJson : JsonSerializerContext; [SockJSEndpoint("/a")] partial class A { [OnMessage] void On(int[] n) { } }""")]
    [InlineData("""[SockJSEndpoint("/a", JsonContext = {|SOCKJS202:typeof(string)|})] partial class A { [OnMessage] void On(string text) { } }""")]
    public async Task Where_there_is_a_context_or_nothing_to_list_none_is_written(string source)
        => await _fix.VerifyNoFixAsync("using SockJS;\nusing System.Text.Json.Serialization;\n" + source);
}
