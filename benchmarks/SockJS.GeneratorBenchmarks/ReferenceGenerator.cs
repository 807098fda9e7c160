using Microsoft.CodeAnalysis;
using SockJS.Generators;

namespace SockJS.GeneratorBenchmarks;

/// <summary>
/// What no generator of this kind gets around. The compiler looks for the attribute, and shows every class that has it again after any edit,
/// since what a class means may depend on any file; on a new compilation it has to work out its members anew.
/// </summary>
/// <param name="look">Whether to look at the members of what was found.</param>
internal sealed class ReferenceGenerator(bool look) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.EndpointAttribute, static (_, _) => true, (attributed, _) => look ? Look((INamedTypeSymbol)attributed.TargetSymbol) : 0);
        context.RegisterSourceOutput(found, static (_, _) => { });
    }

    private static int Look(INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Sum(
            method => method.GetAttributes().Length + method.ReturnType.Name.Length + method.Parameters.Sum(parameter => parameter.Type.Name.Length + parameter.GetAttributes().Length));
}
