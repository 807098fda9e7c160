using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedParameterTests
{
    private const string Types =
        """
        namespace App;

        public abstract class Shape;
        public sealed class Hidden { private Hidden() { } }
        public sealed class Two { public Two(int a) { } public Two(string a) { } }
        public sealed class Orders(IDisposable database) { public int Count => database.GetHashCode(); private IDisposable Database => database; }
        public sealed class Bag : System.Collections.ObjectModel.Collection<int> { public Bag(int a) { } }
        public delegate void Call();
        public interface IFeed : IAsyncEnumerable<int>;

        """;

    private const string JsonTypes =
        """
        using System.Text.Json.Serialization;

        namespace App;

        [JsonDerivedType(typeof(Circle), "circle")] public abstract class Shape;
        public sealed class Circle : Shape;
        [JsonPolymorphic] public interface IShape;
        [JsonConverter(typeof(JsonStringEnumConverter))] public interface IConverted;
        public sealed class Two { [JsonConstructor] public Two(int a) { } public Two(string a) { } public int A => 1; }
        public class Three { public string? B; protected Three(int a) { } }
        public sealed class Four : Three { public Four(int a, string b, bool c) : base(a) { } [JsonIgnore] public int A { get; set; } [JsonInclude] private bool C { get; set; } }
        public sealed record Point(int X, int Y) { private Point() : this(0, 0) { } }
        public sealed class Box<T> { public T? Value { get; set; } }

        """;

    [Theory]
    [InlineData("OnMessage", "{|SOCKJS105:SockJSCloseReason|} reason", "SockJSCloseReason")]
    [InlineData("OnMessage", "ref {|SOCKJS105:string|} message", "ref string")]
    [InlineData("OnMessage", "in {|SOCKJS105:string|} message", "in string")]
    [InlineData("OnMessage", "params {|SOCKJS105:string[]|} messages", "params string[]")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] {|SOCKJS105:int?|} number", "int?")]
    [InlineData("OnMessage", "{|SOCKJS105:dynamic|} payload", "dynamic")]
    [InlineData("OnMessage", "{|SOCKJS105:Call|} payload", "Call")]
    [InlineData("OnMessage", "{|SOCKJS105:Func<int>?|} payload", "Func<int>?")]
    [InlineData("OnMessage", "{|SOCKJS105:Task|} payload", "Task")]
    [InlineData("OnMessage", "{|SOCKJS105:Task<string>|} payload", "Task<string>")]
    [InlineData("OnMessage", "{|SOCKJS105:ValueTask<string>|} payload", "ValueTask<string>")]
    [InlineData("OnMessage", "{|SOCKJS105:ReadOnlySpan<char>|} payload", "ReadOnlySpan<char>")]
    [InlineData("OnMessage", "{|SOCKJS105:System.IO.MemoryStream|} payload", "MemoryStream")]
    [InlineData("OnMessage", "{|SOCKJS105:Type|} payload", "Type")]
    [InlineData("OnMessage", "{|SOCKJS105:nint|} payload", "nint")]
    [InlineData("OnMessage", "{|SOCKJS105:CancellationToken?|} payload", "CancellationToken?")]
    [InlineData("OnMessage", "{|SOCKJS105:Microsoft.AspNetCore.Http.HttpContext|} http", "HttpContext")]
    [InlineData("OnMessage", "{|SOCKJS105:Call[]|} payload", "Call[]")]
    [InlineData("OnMessage", "{|SOCKJS105:int[,]|} payload", "int[,]")]
    [InlineData("OnMessage", "{|SOCKJS105:List<Shape>|} payload", "List<Shape>")]
    [InlineData("OnMessage", "{|SOCKJS105:IAsyncEnumerable<int>|} payload", "IAsyncEnumerable<int>")]
    [InlineData("OnMessage", "{|SOCKJS105:IEnumerator<int>|} payload", "IEnumerator<int>")]
    [InlineData("OnMessage", "{|SOCKJS105:IComparer<int>|} payload", "IComparer<int>")]
    [InlineData("OnMessage", "{|SOCKJS105:Shape|} payload", "Shape")]
    [InlineData("OnMessage", "{|SOCKJS105:Hidden|} payload", "Hidden")]
    [InlineData("OnMessage", "{|SOCKJS105:Two|} payload", "Two")]
    [InlineData("OnMessage", "{|SOCKJS105:Bag|} payload", "Bag")]
    [InlineData("OnMessage", "{|SOCKJS105:Orders|} orders", "Orders")]
    [InlineData("OnMessage", "string text, {|SOCKJS105:Orders|} orders", "Orders")]
    [InlineData("OnMessage", "{|SOCKJS105:Exception|} payload", "Exception")]
    [InlineData("OnMessage", "{|SOCKJS105:Dictionary<string, Task>|} payload", "Dictionary<string, Task>")]
    [InlineData("OnMessage", "{|SOCKJS105:System.Net.Http.HttpClient|} http", "HttpClient")]
    [InlineData("OnMessage", "{|SOCKJS105:System.Security.Claims.ClaimsPrincipal|} user", "ClaimsPrincipal")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromQuery] {|SOCKJS105:string|} text", "string")]
    [InlineData("OnOpen", "{|SOCKJS105:Microsoft.AspNetCore.Http.HttpContext|} http", "HttpContext")]
    [InlineData("OnOpen", "{|SOCKJS105:System.Security.Claims.ClaimsPrincipal|} user", "ClaimsPrincipal")]
    [InlineData("OnClose", "{|SOCKJS105:Microsoft.AspNetCore.Http.HttpRequest|} request", "HttpRequest")]
    [InlineData("OnOpen", "{|SOCKJS105:string|} message", "string")]
    [InlineData("OnOpen", "{|SOCKJS105:int|} number", "int")]
    [InlineData("OnOpen", "{|SOCKJS105:SockJSCloseReason|} reason", "SockJSCloseReason")]
    [InlineData("OnOpen", "{|SOCKJS105:dynamic|} service", "dynamic")]
    [InlineData("OnClose", "{|SOCKJS105:string|} message", "string")]
    public async Task A_parameter_that_nothing_fits_is_reported(string attribute, string parameter, string type)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            Types + $$"""[SockJSEndpoint("/a")] public partial class A { [{{attribute}}] void M({{parameter}}) { } {{(attribute == "OnClose" ? "[OnOpen] void O() { }" : "")}} }""");

        Assert.Contains($"of the [{attribute}] method cannot have the type '{type}'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pointer_is_reported()
        => await AnalyzerTest.VerifyAsync(
            TestCompilation.Create(TestCompilation.Usings + Unsafe("int*")).WithOptions(TestCompilation.Options.WithAllowUnsafe(true)),
            [Markup.Parse(TestCompilation.Usings + Unsafe("{|SOCKJS105:int*|}"))]);

    [Theory]
    [InlineData("Shape", "JSON cannot create it, since it is abstract; a service is marked with [FromServices]")]
    [InlineData("Hidden", "JSON cannot create it, since it has no public constructor; a service is marked with [FromServices]")]
    [InlineData("Two", "JSON cannot create it, since none of its constructors is marked with [JsonConstructor]; a service is marked with [FromServices]")]
    [InlineData("Orders", "JSON cannot create it, since the parameter 'database' of its constructor is none of its properties; a service is marked with [FromServices]")]
    [InlineData("System.Security.Claims.ClaimsPrincipal", "the user is SockJSConnection.User")]
    [InlineData("Microsoft.AspNetCore.Http.HttpContext", "a connection outlives its requests, and what is known of the first is SockJSConnection.Client")]
    [InlineData("Call", "it is nothing that JSON could hold; a service is marked with [FromServices]")]
    public async Task The_message_says_what_to_do(string type, string remedy)
        => Assert.EndsWith(
            remedy,
            Assert.Single(await AnalyzerTest.VerifyAsync(Types + $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M({|SOCKJS105:{{type}}|} v) { } }""")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_base_class_of_two_endpoints_is_reported_once()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnMessage] public void M({|SOCKJS105:Type|} type) { } }
            [SockJSEndpoint("/a")] public partial class A : Base;
            [SockJSEndpoint("/b")] public partial class B : Base;
            """);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_base_class_of_another_assembly_is_reported_at_the_endpoint(bool isSource)
    {
        var library = TestCompilation.Create(TestCompilation.Usings + "public abstract class Base { [OnMessage] public void M(Type type) { } }").WithAssemblyName("Library");
        var file = Markup.Parse(TestCompilation.Usings + """[SockJSEndpoint("/a")] public partial class {|SOCKJS105:A|} : Base;""");
        var compilation = TestCompilation.Create(file.Source)
            .AddReferences(isSource ? library.ToMetadataReference() : MetadataReference.CreateFromImage(Emit(library)));

        var messages = await AnalyzerTest.VerifyAsync(compilation, [file]);

        Assert.StartsWith("The parameter 'type' of the [OnMessage] method cannot have the type 'Type'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OnMessage", "SockJSConnection c, string? m, CancellationToken t, IServiceProvider s, IDisposable d, IFeed e")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] Version v, [FromKeyedServices(1)] int n, IDisposable? d = null")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] Shape shape")]
    [InlineData("OnMessage", "[Microsoft.AspNetCore.Mvc.FromServices] Orders orders, [Microsoft.AspNetCore.Mvc.FromBody] string text")]
    [InlineData("OnOpen", "SockJSConnection c, CancellationToken t, IServiceProvider s, IDisposable d, Version v, Func<int> f")]
    [InlineData("OnClose", "SockJSConnection c, SockJSCloseReason r, Version v, [FromKeyedServices(\"a\")] string text")]
    public async Task Everything_that_can_be_supplied_is_fine(string attribute, string parameters)
        => await AnalyzerTest.VerifyAsync(
            Types + $$"""[SockJSEndpoint("/a")] public partial class A { [{{attribute}}] void M({{parameters}}) { } {{(attribute == "OnClose" ? "[OnOpen] void O() { }" : "")}} }""");

    [Theory]
    [InlineData("string")]
    [InlineData("ReadOnlyMemory<char>")]
    [InlineData("ReadOnlyMemory<byte>")]
    [InlineData("System.Text.Json.JsonElement")]
    [InlineData("System.Text.Json.JsonDocument")]
    [InlineData("System.Text.Json.Nodes.JsonNode")]
    [InlineData("int")]
    [InlineData("object")]
    [InlineData("Uri")]
    [InlineData("Version")]
    [InlineData("int[][]")]
    [InlineData("IEnumerable<Version>")]
    [InlineData("IReadOnlyDictionary<string, Point>")]
    [InlineData("System.Collections.Immutable.ImmutableList<int>")]
    [InlineData("System.Collections.Generic.Stack<int>")]
    [InlineData("Shape")]
    [InlineData("IShape")]
    [InlineData("IConverted")]
    [InlineData("Two")]
    [InlineData("Four")]
    [InlineData("Point")]
    [InlineData("Box<Point?>")]
    public async Task What_JSON_can_read_is_a_payload(string type)
        => await AnalyzerTest.VerifyAsync(JsonTypes + $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M({{type}} payload) { } }""");

    private static string Unsafe(string type) => $$"""[SockJSEndpoint("/a")] public unsafe partial class A { [OnMessage] void M({{type}} payload) { } }""";

    private static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return stream.ToArray();
    }
}
