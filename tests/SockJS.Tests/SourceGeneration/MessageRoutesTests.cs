using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.SourceGeneration;

public sealed class MessageRoutesTests
{
    private sealed record Say(string Text, int Room = 1);

    [JsonPolymorphic]
    [JsonDerivedType(typeof(Circle), "circle")]
    private abstract record Shape;

    private sealed record Circle(int Radius) : Shape;

    [JsonConverter(typeof(TagConverter))]
    private sealed record Tag;

    private sealed class TagConverter : JsonConverter<Tag>
    {
        public override Tag? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => null;

        public override void Write(Utf8JsonWriter writer, Tag value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    [Fact]
    public async Task A_message_goes_to_the_method_of_its_name_with_its_payload()
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<Say>("say", static (self, _, _, payload) => self.Note($"say {payload}"));
            routes.On<string>("rename", static (self, _, _, payload) => self.Note($"rename {payload}"));
            routes.On("who", static (self, _, _) => self.Note("who"));
            routes.On<ReadOnlyMemory<byte>>("raw", static (self, _, _, payload) => self.Note($"raw {Encoding.UTF8.GetString(payload.Span)}"));
        });
        world.Receive(
            """{"type":"say","data":{"text":"hi","room":7}}""",
            """{"data":"Bob","type":"rename"}""",
            """{"type":"who"}""",
            """{"type":"who","data":[1]}""",
            """{"type":"raw","data":"\u00e4"}""");

        Assert.Equal(["say Say { Text = hi, Room = 7 }", "rename Bob", "who", "who", "raw ä"], world.Handler.Calls);
    }

    [Fact]
    public async Task What_has_no_method_of_its_own_goes_to_the_one_for_the_rest_as_it_is()
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<int>("count", static (self, _, _, payload) => self.Note($"count {payload}"));
            routes.On<string>(null, static (self, _, _, payload) => self.Note($"other {payload}"));
        });
        string[] others = ["""{"type":"more","data":1}""", """{"data":1}""", """{"type":7}""", "{broken", "plain", "[1]", ""];
        world.Receive(["""{"type":"count","data":1}""", .. others]);

        Assert.Equal(["count 1", .. others.Select(static other => $"other {other}")], world.Handler.Calls);
    }

    [Fact]
    public async Task The_method_for_the_rest_gets_only_what_it_can_take()
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<int>("count", static (self, _, _, payload) => self.Note($"count {payload}"));
            routes.On<JsonElement>(null, static (self, _, _, payload) => self.Note($"other {payload.GetRawText()}"));
        });
        world.Receive("plain", """{"type":"more"}""", "7");

        Assert.Equal(["""other {"type":"more"}""", "other 7"], world.Handler.Calls);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    [Fact]
    public async Task Without_names_the_message_is_the_payload()
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.On<Say>(null, static (self, _, _, payload) => self.Note($"{payload}")));
        world.Receive("""{"text":"hi"}""", """{"type":"say","text":"too"}""");

        Assert.Equal(["Say { Text = hi, Room = 1 }", "Say { Text = too, Room = 1 }"], world.Handler.Calls);
    }

    [Fact]
    public async Task A_flat_message_is_the_payload_of_the_method_it_names()
    {
        using var world = await TypedWorld.ConnectAsync(
            static routes =>
            {
                routes.On<Say>("say", static (self, _, _, payload) => self.Note($"{payload}"));
                routes.OnMembers("move", [routes.Member<int>("room")], static (self, _, _, members) => self.Note($"move {members.Get<int>(0)}"));
            },
            isFlat: true);
        world.Receive("""{"type":"say","text":"hi","room":7}""", """{"room":3,"type":"move"}""");

        Assert.Equal(["Say { Text = hi, Room = 7 }", "move 3"], world.Handler.Calls);
    }

    [Fact]
    public async Task Members_of_the_payload_are_bound_by_name()
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.OnMembers(
            "say",
            [routes.Member<string>("text"), routes.Member<int>("room", isOptional: true, defaultValue: 1), routes.Member<int?>("to", allowsNull: true)],
            static (self, _, _, members) => self.Note($"{members.Get<string>(0)} {members.Get<int>(1)} {members.Get<int?>(2)}")));
        world.Receive(
            """{"type":"say","data":{"room":7,"x":{"text":1},"text":"hi"}}""",
            """{"type":"say","data":{"TEXT":"he","to":2}}""",
            """{"type":"say","data":{"t\u0065xt":"ho","to":null}}""");

        Assert.Equal(["hi 7 ", "he 1 2", "ho 1 "], world.Handler.Calls);
    }

    [Fact]
    public async Task What_holds_a_payload_is_read_with_the_settings_of_payloads()
    {
        using var world = await TypedWorld.ConnectAsync(
            static routes =>
            {
                routes.On<int[]>("sum", static (self, _, _, payload) => self.Note($"sum {payload.Sum()}"));
                routes.OnMembers("say", [routes.Member<int>("to")], static (self, _, _, members) => self.Note($"say {members.Get<int>(0)}"));
                routes.On<JsonElement>("any", static (self, _, _, payload) => self.Note("any"));
            },
            json: static json =>
            {
                json.AllowTrailingCommas = true;
                json.ReadCommentHandling = JsonCommentHandling.Skip;
                json.MaxDepth = 1;
            });
        world.Receive(
            """{"type":"sum",/* one level */"data":[1,2,],}""",
            """{"type":"say","data":{"to":1,},}""",
            """{"type":"any","data":[[]]}""",
            """{"type":"any","data":[[[]]]}""");

        Assert.Equal(["sum 3", "say 1"], world.Handler.Calls);
        Assert.Equal(2, world.Log.Entries.Count(static entry => entry.Event.Name == "MessageRefused"));
    }

    [Fact]
    public async Task A_client_is_told_of_an_invalid_message_however_flat_payloads_have_to_be()
    {
        using var world = await TypedWorld.ConnectAsync(
            static routes => routes.On<int>("sum", static (self, _, _, payload) => self.Note($"{payload}")),
            static options => options.InvalidMessages = SockJSErrorPolicy.Reply,
            json: static json => json.MaxDepth = 1);
        world.Receive("[");

        Assert.Single(world.Sink.Messages);
    }

    [Fact]
    public async Task A_payload_that_is_missing_has_no_members()
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.OnMembers(
            "zoom",
            [routes.Member<int>("level", isOptional: true, defaultValue: 1), routes.Member<string?>("to", allowsNull: true)],
            static (self, _, _, members) => self.Note($"{members.Get<int>(0)} {members.Get<string?>(1) ?? "nowhere"}")));
        world.Receive("""{"type":"zoom"}""");

        Assert.Equal(["1 nowhere"], world.Handler.Calls);
    }

    [Theory]
    [InlineData("""{"type":"draw","data":{"radius":1}}""")]
    [InlineData("""{"type":"draw","data":{"$type":"square"}}""")]
    [InlineData("""{"type":"drawIn","data":{"shape":{"radius":1}}}""")]
    public async Task A_value_that_does_not_say_which_type_it_is_is_refused(string message)
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<Shape>("draw", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.OnMembers("drawIn", [routes.Member<Shape>("shape")], static (self, _, _, members) => self.Note($"{members.Get<Shape>(0)}"));
        });
        world.Receive(message, """{"type":"draw","data":{"$type":"circle","radius":1}}""");

        Assert.Equal(["Circle { Radius = 1 }"], world.Handler.Calls);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    [Fact]
    public async Task A_null_that_a_converter_makes_is_refused_like_any_other()
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<Tag>("tag", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.OnMembers("member", [routes.Member<Tag>("tag")], static (self, _, _, members) => self.Note($"{members.Get<Tag>(0)}"));
        });
        world.Receive("""{"type":"tag","data":""}""", """{"type":"member","data":{"tag":""}}""");

        Assert.Empty(world.Handler.Calls);
        Assert.Equal(2, world.Log.Entries.Count(static entry => entry.Event.Name == "MessageRefused"));
    }

    [Theory]
    [InlineData("""{"type":"say"}""")]
    [InlineData("""{"type":"say","data":null}""")]
    [InlineData("""{"type":"say","data":[]}""")]
    [InlineData("""{"type":"say","data":{}}""")]
    [InlineData("""{"type":"say","data":{"text":null}}""")]
    [InlineData("""{"type":"say","data":{"text":7}}""")]
    [InlineData("""{"type":"say","data":{"text":"hi","\ud800":1}}""")]
    [InlineData("""{"type":"say","data":{"text":"\ud800"}}""")]
    public async Task A_payload_without_the_members_is_refused(string message)
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.OnMembers(
            "say", [routes.Member<string>("text")], static (self, _, _, members) => self.Note(members.Get<string>(0))));
        world.Receive(message);

        Assert.Empty(world.Handler.Calls);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    // JSON can escape what no text can have: half of a character.
    [Theory]
    [InlineData("""{"type":"\ud800","data":"a"}""")]
    [InlineData("""{"ty\ud800pe":"text","data":"a"}""")]
    [InlineData("""{"type":"text","data":"\ud800"}""")]
    [InlineData("""{"type":"utf8","data":"\udc00"}""")]
    [InlineData("""{"type":"chars","data":"\ud800\ud800"}""")]
    [InlineData("""{"type":"say","data":{"text":"\ud800"}}""")]
    [InlineData("""{"type":"element","data":[{"a\ud800":1}]}""")]
    [InlineData("""{"type":"element","data":["\udc00"]}""")]
    [InlineData("""{"type":"member","data":{"text":"\ud800"}}""")]
    [InlineData("""{"type":"member","data":{"te\ud800xt":"a"}}""")]
    [InlineData("""{"type":"members","data":{"any":{"a":"\ud800"}}}""")]
    public async Task Halves_of_characters_are_refused(string message)
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On<string>("text", static (self, _, _, payload) => self.Note(payload));
            routes.On<ReadOnlyMemory<byte>>("utf8", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.On<ReadOnlyMemory<char>>("chars", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.On<Say>("say", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.On<JsonElement>("element", static (self, _, _, payload) => self.Note($"{payload}"));
            routes.OnMembers("member", [routes.Member<string>("text")], static (self, _, _, members) => self.Note(members.Get<string>(0)));
            routes.OnMembers("members", [routes.Member<JsonElement>("any")], static (self, _, _, members) => self.Note($"{members.Get<JsonElement>(0)}"));
        });
        world.Receive(message);

        Assert.Empty(world.Handler.Calls);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    [Fact]
    public async Task Replies_have_the_name_and_shape_of_the_endpoint()
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            var said = routes.Reply<Say>("said");
            var bare = routes.Reply<Say?>();
            routes.On("now", (_, connection, _) => said.SendAsync(connection, new Say("now")));
            routes.On("task", (_, connection, _) => said.SendAsync(connection, Task.FromResult(new Say("task"))));
            routes.On("value", (_, connection, _) => said.SendAsync(connection, ValueTask.FromResult(new Say("value"))));
            routes.On("bare", (_, connection, _) => bare.SendAsync(connection, new Say("bare")));
            routes.On("none", (_, connection, _) => bare.SendAsync(connection, (Say?)null));
        });
        world.Receive([.. new[] { "now", "task", "value", "none", "bare" }.Select(static name => $$"""{"type":"{{name}}"}""")]);

        Assert.Equal(
            [
                """{"type":"said","data":{"text":"now","room":1}}""",
                """{"type":"said","data":{"text":"task","room":1}}""",
                """{"type":"said","data":{"text":"value","room":1}}""",
                """{"text":"bare","room":1}""",
            ],
            world.Sink.Messages);
    }

    [Fact]
    public async Task A_client_interface_sends_messages()
    {
        using var world = await TypedWorld.ConnectAsync(
            static routes => routes.On("go", static async (_, connection, _) =>
            {
                var client = connection.Client<Client>();
                await client.Sender.SendAsync("left");
                await client.Sender.SendPayloadAsync("said", new Say("hi"));
                await client.Sender.SendMembersAsync("moved", (x: 1, to: "b"), static (members, value) =>
                {
                    members.Write("X", value.x);
                    members.Write("to", value.to);
                });
                Assert.Same(client, connection.Client<Client>());
            }),
            client: new ClientInterface(static sender => new Client(sender), static types => types.Require<Say>()));
        world.Receive("""{"type":"go"}""");

        Assert.Equal(
            ["""{"type":"left"}""", """{"type":"said","data":{"text":"hi","room":1}}""", """{"type":"moved","data":{"x":1,"to":"b"}}"""],
            world.Sink.Messages);
        Assert.Throws<InvalidOperationException>(() => world.Session.Client<IDisposable>());
    }

    private sealed record Client(MessageSender Sender);
}
