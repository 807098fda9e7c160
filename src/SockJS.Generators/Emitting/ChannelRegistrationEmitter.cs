using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the method that adds all channel classes of the assembly that name no endpoint.</summary>
internal static class ChannelRegistrationEmitter
{
    private const string Builder = "global::Microsoft.AspNetCore.Builder.SockJSChannelsBuilder";

    public static SourceText Emit(RegistrationsModel model, LibraryModel? library)
    {
        List<RegistrationModel> channels = [.. model.Channels];
        var writer = GeneratedFile.Start(RegistrationModel.SuppressionsOf(channels));
        writer.OpenBlock("namespace Microsoft.AspNetCore.Builder");

        // Embedded: an assembly that sees our internals has a class of this name of its own.
        writer.WriteLines($$"""
            /// <summary>Adds the SockJS channel classes of this assembly.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock("internal static class GeneratedSockJSChannels");
        writer.WriteLines($$"""
            /// <summary>Adds every class of this assembly that has <see cref="global::SockJS.SockJSChannelAttribute"/> and names no endpoint.</summary>
            /// <param name="channels">The channels to add to.</param>
            /// <returns>The same, for more channels.</returns>
            public static {{Builder}} AddSockJSChannels(this {{Builder}} channels)
                => channels{{string.Concat(channels.Select(channel => $"\n        .Add<{channel.Type}>()"))}};
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

            /// <summary>Adds the SockJS channel classes of {{library.Name}}.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.OpenBlock($"public static class {library.Identifier}SockJSChannels");
        writer.WriteLines($$"""
            /// <summary>Adds every class of {{library.Name}} that has <see cref="global::SockJS.SockJSChannelAttribute"/> and names no endpoint.</summary>
            /// <param name="channels">The channels to add to.</param>
            /// <returns>The same, for more channels.</returns>
            public static {{Builder}} Add{{library.Identifier}}SockJSChannels(this {{Builder}} channels)
                => GeneratedSockJSChannels.AddSockJSChannels(channels);
            """);
        writer.CloseBlock();
    }
}
