using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the methods that map all namespace classes of the assembly.</summary>
internal sealed class NamespaceRegistrationEmitter() : RegistrationEmitter("Maps the Socket.IO namespace classes", "SocketIONamespaces")
{
    private const string Routes = "global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";
    private const string Builder = "global::SockJS.SocketIO.Hosting.SocketIOBuilder";
    private const string Conventions = "global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";
    private const string Configure = "global::System.Action<global::SockJS.SocketIO.SocketIOOptions>";
    private const string Extensions = "global::Microsoft.AspNetCore.Builder.SocketIOEndpointRouteBuilderExtensions";

    private protected override IEnumerable<RegistrationModel> Choose(RegistrationsModel model) => model.Namespaces;

    private protected override string FormatMethods(IReadOnlyList<RegistrationModel> classes) => $$"""
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
            => io{{string.Concat(classes.Select(one => $"\n        .Namespace<{one.Type}>()"))}};
        """;

    private protected override string FormatMethodForOthers(LibraryModel library) => $$"""
        /// <summary>Adds every class of {{library.Name}} that has <see cref="global::SockJS.SocketIO.SocketIONamespaceAttribute"/> to an endpoint.</summary>
        /// <param name="io">The endpoint.</param>
        /// <returns>The same, for more namespaces.</returns>
        public static {{Builder}} Map{{library.Identifier}}Namespaces(this {{Builder}} io)
            => {{GeneratedClass}}.MapNamespaces(io);
        """;
}
