using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the method that maps all endpoint classes of the assembly.</summary>
internal static class RegistrationEmitter
{
    private const string Builder = "global::Microsoft.AspNetCore.Builder.SockJSEndpointConventionBuilder";
    private const string Extensions = "global::Microsoft.AspNetCore.Builder.SockJSEndpointRouteBuilderExtensions";
    private const string Multiplex = "global::Microsoft.AspNetCore.Builder.SockJSMultiplexEndpointRouteBuilderExtensions";

    public static SourceText Emit(RegistrationsModel model, LibraryModel? library)
    {
        List<RegistrationModel> mapped = [.. model.Endpoints];
        var calls = mapped.Where(one => one.Topic is null).Select(FormatCall)
            .Concat(mapped.Where(one => one.Topic is not null).GroupBy(channel => channel.Prefix!).Select(FormatChannels));
        var writer = GeneratedFile.Start(RegistrationModel.SuppressionsOf(mapped));
        writer.OpenBlock("namespace Microsoft.AspNetCore.Builder");

        // Embedded: an assembly that sees our internals has a class of this name of its own.
        writer.WriteLines($$"""
            /// <summary>Maps the SockJS endpoint classes of this assembly.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock("internal static class GeneratedSockJSEndpoints");
        writer.WriteLines($$"""
            /// <summary>Maps every class of this assembly that has <see cref="global::SockJS.SockJSEndpointAttribute"/>, each at its prefix.</summary>
            /// <param name="endpoints">The routes to add to.</param>
            /// <returns>A builder for conventions that apply to all of them.</returns>
            public static {{Builder}} MapSockJSEndpoints(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
                => new({{string.Join(",", calls)}});
            """);
        writer.CloseBlock();
        if (library is not null)
            EmitForOthers(writer, library);
        writer.CloseBlock();
        return writer.ToSourceText();

        static string FormatCall(RegistrationModel endpoint) => $"\n        {Extensions}.MapSockJS<{endpoint.Type}>(endpoints)";

        static string FormatChannels(IGrouping<string, RegistrationModel> endpoint)
            => $"\n        {Multiplex}.MapSockJSMultiplex(endpoints, {CSharpText.Literal(endpoint.Key)}, static channels => channels"
                + $"{string.Concat(endpoint.Select(channel => $"\n            .Add<{channel.Type}>()"))})";
    }

    // A name of its own for each library, as a program may refer to several.
    private static void EmitForOthers(SourceWriter writer, LibraryModel library)
    {
        writer.WriteLines($$"""

            /// <summary>Maps the SockJS endpoint classes of {{library.Name}}.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock($"public static class {library.Identifier}SockJSEndpoints");
        writer.WriteLines($$"""
            /// <summary>Maps every class of {{library.Name}} that has <see cref="global::SockJS.SockJSEndpointAttribute"/>, each at its prefix.</summary>
            /// <param name="endpoints">The routes to add to.</param>
            /// <returns>A builder for conventions that apply to all of them.</returns>
            public static {{Builder}} Map{{library.Identifier}}SockJSEndpoints(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
                => GeneratedSockJSEndpoints.MapSockJSEndpoints(endpoints);
            """);
        writer.CloseBlock();
    }
}
