using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Parsing;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Compile;

/// <summary>Code as it is while somebody types.</summary>
public sealed class RobustnessTests
{
    private const string Complete =
        TestCompilation.Usings
        + """
        namespace App
        {
            public sealed record Say(string Text);
            public abstract class Base<T> { [OnMessage("base")] public virtual T? Get(T? value) => value; }
            public interface IBase { ValueTask Left(CancellationToken token); }
            public interface IClient<T> : IBase { Task SaidAsync(T said); [Message("moved")] ValueTask M(int x, int y); }

            [System.Text.Json.Serialization.JsonSerializable(typeof(Say))]
            internal sealed partial class ChatJson : System.Text.Json.Serialization.JsonSerializerContext;

            [SockJSEndpoint("/typed", Client = typeof(IClient<Say>), JsonContext = typeof(ChatJson), TypeProperty = "t", Shape = SockJSMessageShape.Flat)]
            public sealed partial class Typed : Base<Say>
            {
                [OnMessage("say", Reply = "said")] public Task<Say> OnSay(Say? say = null) => Task.FromResult(say!);
                [OnMessage("move")] public void Move(int x, DayOfWeek day = DayOfWeek.Friday) { }
                public override Say? Get(Say? value) => value;
            }

            [Microsoft.AspNetCore.Authorization.Authorize(Roles = "a"), SockJSEndpoint("/chat")]
            public sealed partial record Chat(SockJSConnection Connection, [FromKeyedServices("k")] IDisposable Service, int Count = 1)
            {
                [OnOpen] public async IAsyncEnumerable<string> OpenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken closed) { await Task.Yield(); yield return "a"; }
                [OnMessage] public string? Say(string message, IServiceProvider services) => message + services;
                [OnClose] public ValueTask LeaveAsync(SockJSCloseReason reason) => default;
            }
        }
        """;

    [Fact]
    public void Every_beginning_of_a_file_is_taken_in_its_stride()
    {
        for (var length = TestCompilation.Usings.Length; length <= Complete.Length; length += 3)
            GeneratorTest.RunOnAnything(TestCompilation.Create(Complete[..length]));
    }

    [Fact]
    public async Task Analyzers_take_every_beginning_of_a_file_in_their_stride()
    {
        for (var length = TestCompilation.Usings.Length; length <= Complete.Length; length += 23)
            await AnalyzerTest.AnalyzeAsync(TestCompilation.Create(Complete[..length]));
    }

    [Theory]
    [InlineData("[SockJSEndpoint] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint()] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(null)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(3)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(Missing)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", 1)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] Missing M() => null; }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(Missing m) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A(Missing m) { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M([FromKeyedServices(Missing)] IDisposable d) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M([FromKeyedServices] IDisposable d) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage(3)] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage(Missing)] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(List<Missing> m) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(IComparable<Missing[]> m) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] Task<Missing> M() => null!; }")]
    [InlineData("[SockJSEndpoint(\"/a\", TypeProperty = Missing)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", JsonContext = typeof(Missing))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", JsonContext = typeof())] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", Client = typeof(Missing))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", Client = typeof(IComparable<Missing>))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(Local m) { } } file class Local;")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] List<Local> M() => null!; } file class Local;")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A(Local l) { [OnMessage] void M() { } } file class Local;")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(Static m) { } } static class Static;")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] Static M() => null!; } static class Static;")]
    [InlineData("interface I { Missing M(); } [SockJSEndpoint(\"/a\", Client = typeof(I))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("interface I { Task M(Missing m); } [SockJSEndpoint(\"/a\", Client = typeof(I))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("interface I { [Message(Missing)] Task M(); } [SockJSEndpoint(\"/a\", Client = typeof(I))] partial class A { [OnMessage] void M() { } }")]
    public void A_class_with_errors_is_left_out(string source)
    {
        var files = GeneratorTest.RunOnAnything(TestCompilation.Create(TestCompilation.Usings + source));

        Assert.Equal(["MapSockJSEndpoints.g.cs"], files.Keys);
    }

    [Theory]
    [InlineData("[SockJSEndpoint(\"/a\"), Missing] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\"), Obsolete(Missing)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void (string) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage(\"m\", Reply = Missing)] string M() => \"\"; }")]
    [InlineData("[SockJSEndpoint(\"/a\", JsonContext = )] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", Client = 1)] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", Shape = Missing)] partial class A { [OnMessage(\"m\")] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\", Missing = 1)] partial class A { [OnMessage(\"m\")] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] void M(string text = Missing) { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { [OnMessage(\"m\")] override void M() { } }")]
    [InlineData("interface I : I { Task M(); } [SockJSEndpoint(\"/a\", Client = typeof(I))] partial class A { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A : Missing { [OnMessage] void M() { } }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A : A { [OnMessage] void M() { } }")]
    public void Errors_elsewhere_in_the_class_do_not_take_its_code_away(string source)
        => Assert.Equal(2, GeneratorTest.RunOnAnything(TestCompilation.Create(TestCompilation.Usings + source)).Count);

    [Theory]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { } [SockJSEndpoint(\"/b\")] partial class A { }")]
    [InlineData("[SockJSEndpoint(\"/a\")] class A { } [SockJSEndpoint(\"/b\")] class A { }")]
    [InlineData("[SockJSEndpoint(\"/a\")] partial class A { } [SockJSEndpoint(\"/b\")] partial record A { }")]
    [InlineData("partial class O { [SockJSEndpoint(\"/a\")] partial class A { } } partial record O { [SockJSEndpoint(\"/b\")] partial class A { } }")]
    public void Two_declarations_of_one_name_do_not_take_the_output_of_others_away(string source)
    {
        var files = GeneratorTest.RunOnAnything(TestCompilation.Create(
            TestCompilation.Usings + source + "\n[SockJSEndpoint(\"/other\")] partial class Other { [OnMessage] void M() { } }"));

        Assert.Equal(["MapSockJSEndpoints.g.cs", "Other.SockJSEndpoint.g.cs"], files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_mapping_method_exists_while_every_endpoint_is_faulty()
    {
        var compilation = TestCompilation.Create(
            TestCompilation.Usings + "[SockJSEndpoint(\"chat\")] public class Chat;",
            "using Microsoft.AspNetCore.Builder; static class Program { public static void Map(WebApplication app) => app.MapSockJSEndpoints(); }");

        var output = GeneratorTest.Run(compilation);

        Assert.Empty(TestCompilation.ProblemsOf(output));
    }

    [Fact]
    public void A_struct_is_left_to_the_compiler()
        => Assert.Empty(GeneratorTest.RunOnAnything(TestCompilation.Create(
            TestCompilation.Usings + "[SockJSEndpoint(\"/a\")] partial record struct A { [OnMessage] void M() { } } [SockJSEndpoint(\"/b\")] partial struct B;")));

    [Fact]
    public async Task A_constructor_is_left_to_the_compiler()
        => Assert.Empty(await AnalyzerTest.AnalyzeAsync(TestCompilation.Create(
            TestCompilation.Usings + "[SockJSEndpoint(\"/a\")] partial class A { [OnMessage] public A() { } [OnOpen] static A() { } [OnClose] void C() { } [OnOpen] void O() { } }")));

    [Fact]
    public void Nothing_is_emitted_without_an_endpoint()
        => Assert.Empty(GeneratorTest.RunOnAnything(TestCompilation.Create("public class A;")));

    [Fact]
    public void A_compilation_without_the_runtime_library_is_left_alone()
    {
        var compilation = TestCompilation.Create("[SockJS.SockJSEndpoint(\"/a\")] public partial class A;").WithReferences(MetadataReference.CreateFromFile(typeof(object).Assembly.Location));

        Assert.Empty(GeneratorTest.RunOnAnything(compilation));
    }

    [Fact]
    public void Cancellation_ends_the_work()
    {
        var compilation = TestCompilation.Create(Complete);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => GeneratorTest.Run(compilation, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => EndpointParser.TryParse(compilation.GetTypeByMetadataName("App.Chat")!, compilation, cancelled.Token));
    }

    [Fact]
    public void The_language_of_the_oldest_target_is_enough()
    {
        var options = TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12);
        var compilation = TestCompilation.Create(options, Complete);

        var output = GeneratorTest.Run(compilation);

        Assert.Empty(TestCompilation.ProblemsOf(output));
    }

    [Fact]
    public void A_friend_assembly_has_a_mapping_method_of_its_own()
    {
        var library = Emit(TestCompilation.Create(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]",
            TestCompilation.Usings + "[SockJSEndpoint(\"/a\")] public partial class A { [OnMessage] void M() { } }"));
        var friend = TestCompilation.Create(
            TestCompilation.Usings + "[SockJSEndpoint(\"/b\")] public partial class B { [OnMessage] void M() { } }",
            "using Microsoft.AspNetCore.Builder; static class Program { public static void Map(WebApplication app) => app.MapSockJSEndpoints(); }")
            .WithAssemblyName("Friend")
            .AddReferences(library);

        var output = GeneratorTest.Run(friend);

        Assert.Empty(TestCompilation.ProblemsOf(output));
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        var output = GeneratorTest.Run(compilation);
        using var stream = new MemoryStream();
        Assert.True(output.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
