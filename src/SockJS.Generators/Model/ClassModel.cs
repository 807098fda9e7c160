using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>All that is emitted of one annotated class.</summary>
internal abstract record ClassModel
{
    public required TargetModel Target { get; init; }

    public required EquatableArray<ArgumentModel> ConstructorArguments { get; init; }

    public required EquatableArray<HandlerModel> Handlers { get; init; }

    public JsonContextModel? JsonContext { get; init; }

    public ClientModel? Client { get; init; }

    /// <summary>Gets the attributes of the class that become metadata, as expressions.</summary>
    public required EquatableArray<string> Metadata { get; init; }

    /// <summary>Gets the warnings about obsolete or experimental code that the user has seen where the code is used first.</summary>
    public required EquatableArray<string> Suppressions { get; init; }

    /// <summary>Gets a value indicating whether the emitted code uses what only obsolete code may use.</summary>
    public required bool UsesForbidden { get; init; }

    public required RegistrationModel Registration { get; init; }

    public IReadOnlyList<HandlerModel> FindAll(HandlerKind kind) => [.. Handlers.Where(handler => handler.Kind == kind)];

    public HandlerModel? Find(HandlerKind kind) => Handlers.FirstOrDefault(handler => handler.Kind == kind);
}
