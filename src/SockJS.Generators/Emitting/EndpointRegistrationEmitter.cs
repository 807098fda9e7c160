using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the method that maps all endpoint classes of the assembly, and the channel classes that name an endpoint.</summary>
internal sealed class EndpointRegistrationEmitter() : RegistrationEmitter("Maps the SockJS endpoint classes", "SockJSEndpoints")
{
    private const string Builder = "global::Microsoft.AspNetCore.Builder.SockJSEndpointConventionBuilder";
    private const string Extensions = "global::Microsoft.AspNetCore.Builder.SockJSEndpointRouteBuilderExtensions";
    private const string Multiplex = "global::Microsoft.AspNetCore.Builder.SockJSMultiplexEndpointRouteBuilderExtensions";

    private protected override IEnumerable<RegistrationModel> Choose(RegistrationsModel model) => model.Endpoints;

    private protected override string FormatMethods(IReadOnlyList<RegistrationModel> classes)
    {
        var calls = classes.Where(one => one.Topic is null).Select(FormatCall)
            .Concat(classes.Where(one => one.Topic is not null).GroupBy(channel => channel.Prefix!).Select(FormatChannels));
        return $$"""
            /// <summary>Maps every class of this assembly that has <see cref="global::SockJS.SockJSEndpointAttribute"/>, each at its prefix.</summary>
            /// <param name="endpoints">The routes to add to.</param>
            /// <returns>A builder for conventions that apply to all of them.</returns>
            public static {{Builder}} MapSockJSEndpoints(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
                => new({{string.Join(",", calls)}});
            """;
    }

    private protected override string FormatMethodForOthers(LibraryModel library) => $$"""
        /// <summary>Maps every class of {{library.Name}} that has <see cref="global::SockJS.SockJSEndpointAttribute"/>, each at its prefix.</summary>
        /// <param name="endpoints">The routes to add to.</param>
        /// <returns>A builder for conventions that apply to all of them.</returns>
        public static {{Builder}} Map{{library.Identifier}}SockJSEndpoints(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
            => {{GeneratedClass}}.MapSockJSEndpoints(endpoints);
        """;

    private static string FormatCall(RegistrationModel endpoint) => $"\n        {Extensions}.MapSockJS<{endpoint.Type}>(endpoints)";

    private static string FormatChannels(IGrouping<string, RegistrationModel> endpoint)
        => $"\n        {Multiplex}.MapSockJSMultiplex(endpoints, {CSharpText.Literal(endpoint.Key)}, static channels => channels"
            + $"{string.Concat(endpoint.Select(channel => $"\n            .Add<{channel.Type}>()"))})";
}
