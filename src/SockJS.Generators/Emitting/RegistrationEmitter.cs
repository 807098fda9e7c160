using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the methods that map all annotated classes of one kind: for the assembly itself, and where it is a library for others.</summary>
/// <param name="summary">What the methods do, up to whose classes they are.</param>
/// <param name="className">The name of their class, after what tells it from those of other assemblies.</param>
internal abstract class RegistrationEmitter(string summary, string className)
{
    /// <summary>Gets what maps endpoints, and channels with them.</summary>
    public static RegistrationEmitter Endpoints { get; } = new EndpointRegistrationEmitter();

    /// <summary>Gets what adds channels to an endpoint of the application's choice.</summary>
    public static RegistrationEmitter Channels { get; } = new ChannelRegistrationEmitter();

    /// <summary>Gets what maps namespaces.</summary>
    public static RegistrationEmitter Namespaces { get; } = new NamespaceRegistrationEmitter();

    /// <summary>Gets the name of the class for the assembly itself.</summary>
    private protected string GeneratedClass { get; } = $"Generated{className}";

    public SourceText Emit(RegistrationsModel model, LibraryModel? library)
    {
        List<RegistrationModel> classes = [.. Choose(model)];
        var writer = GeneratedFile.Start(RegistrationModel.SuppressionsOf(classes));
        writer.OpenBlock("namespace Microsoft.AspNetCore.Builder");

        // Embedded: an assembly that sees our internals has a class of this name of its own.
        writer.WriteLines($$"""
            /// <summary>{{summary}} of this assembly.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock($"internal static class {GeneratedClass}");
        writer.WriteLines(FormatMethods(classes));
        writer.CloseBlock();
        if (library is not null)
            EmitForOthers(writer, library);
        writer.CloseBlock();
        return writer.ToSourceText();
    }

    /// <summary>Returns the classes that are mapped.</summary>
    private protected abstract IEnumerable<RegistrationModel> Choose(RegistrationsModel model);

    /// <summary>The methods for the assembly itself.</summary>
    private protected abstract string FormatMethods(IReadOnlyList<RegistrationModel> classes);

    /// <summary>The method for assemblies that refer to the library; it calls one of those.</summary>
    private protected abstract string FormatMethodForOthers(LibraryModel library);

    // A name of its own for each library, as a program may refer to several.
    private void EmitForOthers(SourceWriter writer, LibraryModel library)
    {
        writer.WriteLines($$"""

            /// <summary>{{summary}} of {{library.Name}}.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock($"public static class {library.Identifier}{className}");
        writer.WriteLines(FormatMethodForOthers(library));
        writer.CloseBlock();
    }
}
