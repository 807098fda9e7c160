using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class ListPayloadCodeFixTests
{
    private const string Endpoint =
        """
        using SockJS;
        using System.Collections.Generic;

        namespace App
        {
            public sealed record Say(string Text);

            [SockJSEndpoint("/chat", JsonContext = typeof(Json.ChatJson))]
            public sealed partial class Chat
            {
                [OnMessage("a")] public List<Said?> On(Say say) => [];
            }

            public sealed record Said(string Text);
        }
        """;

    private readonly PayloadFixTest _fix = new(new ListPayloadCodeFix());

    [Fact]
    public async Task The_type_is_added_to_the_context_in_its_own_file()
        => Assert.Equal("Add [JsonSerializable(typeof(Say))] to ChatJson", await _fix.VerifyAsync(
            [
                Endpoint.Replace("List<Said?>", "void", StringComparison.Ordinal),
                """
                using System.Text.Json.Serialization;

                namespace App.Json;

                /// <summary>A comment.</summary>
                [JsonSourceGenerationOptions(WriteIndented = true)]
                [JsonSerializable(typeof(int))] // why
                [System.Obsolete]
                internal sealed partial class ChatJson : JsonSerializerContext;
                """,
            ],
            Endpoint.Replace("List<Said?>", "void", StringComparison.Ordinal),
            """
            using System.Text.Json.Serialization;

            namespace App.Json;

            /// <summary>A comment.</summary>
            [JsonSourceGenerationOptions(WriteIndented = true)]
            [JsonSerializable(typeof(int))] // why
            [JsonSerializable(typeof(Say))]
            [System.Obsolete]
            internal sealed partial class ChatJson : JsonSerializerContext;
            """));

    [Fact]
    public async Task Names_are_as_short_as_the_usings_allow_and_no_using_is_added()
        => await _fix.VerifyAsync(
            ["""
            namespace One.Messages { public sealed record Say(string Text); }

            namespace Two
            {
                [SockJS.SockJSEndpoint("/a", JsonContext = typeof(AJson))]
                public sealed partial class A
                {
                    [SockJS.OnMessage] public void On(System.Collections.Generic.Dictionary<string, One.Messages.Say> says) { }
                }

                [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
                internal sealed partial class AJson : System.Text.Json.Serialization.JsonSerializerContext;
            }
            """],
            """
            namespace One.Messages { public sealed record Say(string Text); }

            namespace Two
            {
                [SockJS.SockJSEndpoint("/a", JsonContext = typeof(AJson))]
                public sealed partial class A
                {
                    [SockJS.OnMessage] public void On(System.Collections.Generic.Dictionary<string, One.Messages.Say> says) { }
                }

                [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
                [System.Text.Json.Serialization.JsonSerializable(typeof(System.Collections.Generic.Dictionary<string, One.Messages.Say>))]
                internal sealed partial class AJson : System.Text.Json.Serialization.JsonSerializerContext;
            }
            """);

    [Fact]
    public async Task A_context_without_attributes_keeps_its_comments_above()
        => await _fix.VerifyAsync(
            ["""
            using SockJS;
            using System.Text.Json.Serialization;

            [SockJSEndpoint("/a")] public partial class A { [OnMessage] public void On(int[] n) { } }

            public static partial class Outer
            {
                // One.

                /// <summary>Two.</summary>
                internal sealed partial class AJson : JsonSerializerContext;
            }
            """],
            """
            using SockJS;
            using System.Text.Json.Serialization;

            [SockJSEndpoint("/a")] public partial class A { [OnMessage] public void On(int[] n) { } }

            public static partial class Outer
            {
                // One.

                /// <summary>Two.</summary>
                [JsonSerializable(typeof(int[]))]
                internal sealed partial class AJson : JsonSerializerContext;
            }
            """);

    [Fact]
    public async Task Attributes_in_the_line_of_the_class_stay_there()
        => await _fix.VerifyAsync(
            ["""
            using SockJS;
            using System.Text.Json.Serialization;
            [SockJSEndpoint("/a")] partial class A { [OnMessage] public void On(int[] n) { } }
                [JsonSerializable(typeof(int))] partial class AJson : JsonSerializerContext;
            """],
            """
            using SockJS;
            using System.Text.Json.Serialization;
            [SockJSEndpoint("/a")] partial class A { [OnMessage] public void On(int[] n) { } }
                [JsonSerializable(typeof(int))] [JsonSerializable(typeof(int[]))] partial class AJson : JsonSerializerContext;
            """);

    [Fact]
    public async Task All_types_are_added_at_once_each_to_its_context_and_none_twice()
        => await _fix.VerifyFixAllAsync(
            ["""
            using SockJS;
            using System.Text.Json.Serialization;

            public sealed record Say(string Text);
            public sealed record Said(string Text);

            [SockJSEndpoint("/a", JsonContext = typeof(ZJson))]
            public partial class A
            {
                [OnMessage("one")] public Said One(Say say) => new(say.Text);
                [OnMessage("two")] public void Two(Say say) { }
            }

            [SockJSEndpoint("/b")]
            public partial class B
            {
                [OnMessage] public void On(Said said) { }
            }
            """,
            """
            using System.Text.Json.Serialization;

            [JsonSerializable(typeof(int))]
            internal sealed partial class ZJson : JsonSerializerContext;

            [JsonSerializable(typeof(int))]
            internal sealed partial class BJson : JsonSerializerContext;
            """],
            """
            using SockJS;
            using System.Text.Json.Serialization;

            public sealed record Say(string Text);
            public sealed record Said(string Text);

            [SockJSEndpoint("/a", JsonContext = typeof(ZJson))]
            public partial class A
            {
                [OnMessage("one")] public Said One(Say say) => new(say.Text);
                [OnMessage("two")] public void Two(Say say) { }
            }

            [SockJSEndpoint("/b")]
            public partial class B
            {
                [OnMessage] public void On(Said said) { }
            }
            """,
            """
            using System.Text.Json.Serialization;

            [JsonSerializable(typeof(int))]
            [JsonSerializable(typeof(Said))]
            [JsonSerializable(typeof(Say))]
            internal sealed partial class ZJson : JsonSerializerContext;

            [JsonSerializable(typeof(int))]
            [JsonSerializable(typeof(Said))]
            internal sealed partial class BJson : JsonSerializerContext;
            """);

    [Fact]
    public async Task What_a_namespace_takes_is_added_as_well()
        => await _fix.VerifyAsync(
            ["""
            using SockJS.SocketIO;
            using System.Text.Json.Serialization;

            public sealed record Unlisted(string Text);

            [SocketIONamespace("/a", JsonContext = typeof(AJson))] public partial class A { [OnEvent("say")] public void Say(Unlisted x) { } }

            [JsonSerializable(typeof(int))]
            internal sealed partial class AJson : JsonSerializerContext;
            """],
            """
            using SockJS.SocketIO;
            using System.Text.Json.Serialization;

            public sealed record Unlisted(string Text);

            [SocketIONamespace("/a", JsonContext = typeof(AJson))] public partial class A { [OnEvent("say")] public void Say(Unlisted x) { } }

            [JsonSerializable(typeof(int))]
            [JsonSerializable(typeof(Unlisted))]
            internal sealed partial class AJson : JsonSerializerContext;
            """);

    [Fact]
    public async Task Without_a_context_there_is_nothing_to_add_to()
        => await _fix.VerifyNoFixAsync(
            """[SockJS.SockJSEndpoint("/a")] public partial class A { [SockJS.OnMessage] public void On(int[] n) { } }""");
}
