using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the JSON context that an endpoint names. What another generator adds to it is not there yet, so it is told from the declaration.</summary>
internal static class JsonContextParser
{
    private const string JsonContext = nameof(JsonContext);

    /// <summary>Reads the context, if there is one.</summary>
    /// <returns>Whether there is none, or one that can be used.</returns>
    public static bool TryParse(ParserContext context, out JsonContextModel? model)
    {
        model = null;
        if (context.Attribute?.FindNamedArgument(JsonContext) is not { } argument || argument.IsNull)
            return true;
        // A type that does not exist, or cannot be seen from here, is the compiler's error.
        if (argument.Value is not ITypeSymbol type || type.IsError() || !context.Compilation.IsSymbolAccessibleWithin(type, context.Class))
            return false;

        if (FindProblem(type, context) is { } problem)
        {
            var place = Locations.NamedArgument(context.Attribute, JsonContext, context.CancellationToken);
            context.Report(Rules.InvalidJsonContext, place, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem, context.Kind.Noun);
            return false;
        }

        context.Warnings.AddFrom(type);
        model = new JsonContextModel(CSharpText.Type(type), type.HasAttribute(KnownNames.JsonContextOptions));
        return true;
    }

    private static string? FindProblem(ITypeSymbol type, ParserContext context)
    {
        if (type is not INamedTypeSymbol named || !named.IsOrDerivesFrom(KnownNames.JsonContext))
            return "is no JsonSerializerContext";
        if (named.IsAbstract)
            return "is abstract";
        if (named.SelfAndContainers().Any(part => part.TypeParameters.Length > 0))
            return "is generic";
        if (named.IsLocalToFile())
            return "is local to its file";
        return HasDefault(named, context) ? null : FindProblemOfDeclaration(named, context.CancellationToken);
    }

    private static bool HasDefault(INamedTypeSymbol type, ParserContext context)
        => type.GetMembers("Default").Any(member => member is IPropertySymbol { IsStatic: true, Type: var value }
            && value.IsOrDerivesFrom(KnownNames.JsonContext)
            && context.Compilation.IsSymbolAccessibleWithin(member, context.Class));

    private static string? FindProblemOfDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return "has no static property 'Default'";
        if (type.SelfAndContainers().FirstOrDefault(part => !TargetParser.IsPartial(part, cancellationToken)) is { } closed)
            return $"gets no code from the JSON generator: '{closed.Name}' is not partial";
        return type.HasAttribute(KnownNames.JsonSerializable) ? null : "gets no code from the JSON generator: it has no [JsonSerializable]";
    }
}
