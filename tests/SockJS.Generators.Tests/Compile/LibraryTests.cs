using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Compile;

/// <summary>A program whose endpoints are in several assemblies.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void A_program_maps_its_own_endpoints_and_those_of_each_library()
    {
        var chat = LibraryOf("Contoso.Chat");
        var feed = LibraryOf("4th-feed");
        var program = TestCompilation.Create(
            """
            using Microsoft.AspNetCore.Builder;
            using SockJS;

            var app = WebApplication.Create();
            app.MapSockJSEndpoints();
            app.MapContosoChatSockJSEndpoints().WithDisplayName("chat");
            app.Map_4thFeedSockJSEndpoints();

            [SockJSEndpoint("/own")]
            internal sealed partial class Own
            {
                [OnMessage] private void Say(string message) { }
            }
            """);
        program = program
            .AddReferences(chat, feed)
            .WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication));

        Assert.Empty(TestCompilation.ProblemsOf(GeneratorTest.Run(program)));
    }

    [Fact]
    public void A_program_has_no_method_for_others()
    {
        var program = TestCompilation.Create("using SockJS; return; [SockJSEndpoint(\"/own\")] internal sealed partial class Own { [OnMessage] void Say() { } }");
        var output = GeneratorTest.Run(program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication)));

        Assert.Null(output.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.AppSockJSEndpoints"));
        Assert.NotNull(output.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.GeneratedSockJSEndpoints"));
    }

    // Even to friends each assembly shows no more than its own method for others.
    private static PortableExecutableReference LibraryOf(string name)
    {
        var library = TestCompilation.Create(
            """
            using SockJS;

            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App")]

            namespace Library
            {
                [SockJSEndpoint("/library")]
                internal sealed partial class Endpoint
                {
                    [OnMessage] private void Say(string message) { }
                }
            }
            """);
        var output = GeneratorTest.Run(library.WithAssemblyName(name));
        Assert.Empty(TestCompilation.ProblemsOf(output));
        using var stream = new MemoryStream();
        Assert.True(output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
