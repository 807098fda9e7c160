using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the methods that map all namespace classes of the assembly.</summary>
internal static class NamespaceRegistrationEmitter
{
    private const string Routes = "global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";
    private const string Builder = "global::SockJS.SocketIO.Hosting.SocketIOBuilder";
    private const string Conventions = "global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";
    private const string Configure = "global::System.Action<global::SockJS.SocketIO.SocketIOOptions>";
    private const string Extensions = "global::Microsoft.AspNetCore.Builder.SocketIOEndpointRouteBuilderExtensions";

    public static SourceText Emit(RegistrationsModel model, LibraryModel? library)
    {
        List<RegistrationModel> namespaces = [.. model.Namespaces];
        var writer = GeneratedFile.Start(RegistrationModel.SuppressionsOf(namespaces));
        writer.OpenBlock("namespace Microsoft.AspNetCore.Builder");

        // Embedded: an assembly that sees our internals has a class of this name of its own.
        writer.WriteLines($$"""
            /// <summary>Maps the Socket.IO namespace classes of this assembly.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock("internal static class GeneratedSocketIONamespaces");
        writer.WriteLines($$"""
            /// <summary>Maps an endpoint for clients of Socket.IO with every class of this assembly that has <see cref="global::SockJS.SocketIO.SocketIONamespaceAttribute"/>.</summary>
            /// <param name="endpoints">The routes to add to.</param>
            /// <param name="path">The path of its URL, such as <c>/socket.io</c>.</param>
            /// <param name="configure">Changes the settings of this endpoint.</param>
            /// <returns>A builder for conventions, such as authorization.</returns>
            public static {{Conventions}} MapSocketIO(this {{Routes}} endpoints, string path, {{Configure}}? configure = null)
                => {{Extensions}}.MapSocketIO(endpoints, path, static io => MapNamespaces(io), configure);

            /// <summary>Adds every class of this assembly that has <see cref="global::SockJS.SocketIO.SocketIONamespaceAttribute"/> to an endpoint.</summary>
            /// <param name="io">The endpoint.</param>
            /// <returns>The same, for more namespaces.</returns>
            public static {{Builder}} MapNamespaces(this {{Builder}} io)
                => io{{string.Concat(namespaces.Select(one => $"\n        .Namespace<{one.Type}>()"))}};
            """);
        writer.CloseBlock();
        if (library is not null)
            EmitForOthers(writer, library);
        writer.CloseBlock();
        return writer.ToSourceText();
    }

    // A name of its own for each library, as a program may refer to several.
    private static void EmitForOthers(SourceWriter writer, LibraryModel library)
    {
        writer.WriteLines($$"""

            /// <summary>Maps the Socket.IO namespace classes of {{library.Name}}.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock($"public static class {library.Identifier}SocketIONamespaces");
        writer.WriteLines($$"""
            /// <summary>Adds every class of {{library.Name}} that has <see cref="global::SockJS.SocketIO.SocketIONamespaceAttribute"/> to an endpoint.</summary>
            /// <param name="io">The endpoint.</param>
            /// <returns>The same, for more namespaces.</returns>
            public static {{Builder}} Map{{library.Identifier}}Namespaces(this {{Builder}} io)
                => GeneratedSocketIONamespaces.MapNamespaces(io);
            """);
        writer.CloseBlock();
    }
}
