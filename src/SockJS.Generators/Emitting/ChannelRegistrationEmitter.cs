using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the method that adds all channel classes of the assembly that name no endpoint.</summary>
internal sealed class ChannelRegistrationEmitter() : RegistrationEmitter("Adds the SockJS channel classes", "SockJSChannels")
{
    private const string Builder = "global::Microsoft.AspNetCore.Builder.SockJSChannelsBuilder";

    private protected override IEnumerable<RegistrationModel> Choose(RegistrationsModel model) => model.Channels;

    private protected override string FormatMethods(IReadOnlyList<RegistrationModel> classes) => $$"""
        /// <summary>Adds every class of this assembly that has <see cref="global::SockJS.SockJSChannelAttribute"/> and names no endpoint.</summary>
        /// <param name="channels">The channels to add to.</param>
        /// <returns>The same, for more channels.</returns>
        public static {{Builder}} AddSockJSChannels(this {{Builder}} channels)
            => channels{{string.Concat(classes.Select(channel => $"\n        .Add<{channel.Type}>()"))}};
        """;

    private protected override string FormatMethodForOthers(LibraryModel library) => $$"""
        /// <summary>Adds every class of {{library.Name}} that has <see cref="global::SockJS.SockJSChannelAttribute"/> and names no endpoint.</summary>
        /// <param name="channels">The channels to add to.</param>
        /// <returns>The same, for more channels.</returns>
        public static {{Builder}} Add{{library.Identifier}}SockJSChannels(this {{Builder}} channels)
            => {{GeneratedClass}}.AddSockJSChannels(channels);
        """;
}
