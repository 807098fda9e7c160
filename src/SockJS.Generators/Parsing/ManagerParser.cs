using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the session manager that an endpoint names. It is made as the endpoint itself is, but belongs to no connection.</summary>
internal static class ManagerParser
{
    private const string Manager = nameof(Manager);

    /// <summary>Reads the manager, if there is one.</summary>
    /// <returns>Whether there is none, or one that can be made.</returns>
    public static bool TryParse(ParserContext context, out ManagerModel? model)
    {
        model = null;
        if (context.Attribute?.FindNamedArgument(Manager) is not { } argument || argument.IsNull)
            return true;
        // A type that does not exist, or cannot be seen from here, is the compiler's error.
        if (argument.Value is not ITypeSymbol type || type.IsError() || !context.Compilation.IsSymbolAccessibleWithin(type, context.Class))
            return false;

        if (FindProblem(type) is { } problem)
            return Report(context, type, problem);
        var manager = (INamedTypeSymbol)type;
        var constructors = ConstructorParser.Choose(manager, CanBeCalled);
        if (constructors.Count > 1)
            return Report(context, type, $"has {constructors.Count} constructors to choose from");
        if (constructors is not [var constructor] || !CanBeCalled(constructor))
            return Report(context, type, "has no constructor that can be called");
        if (ConstructorParser.FindRequiredMember(manager, constructor) is { } member)
            return Report(context, type, $"has the required member '{member.Name}', which is set by nobody");
        if (constructor.Parameters.FirstOrDefault(parameter => !CanBeSupplied(parameter)) is { } parameter)
            return Report(context, type, $"takes '{parameter.Name}' of type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which is no service");

        context.Warnings.AddFrom(manager);
        context.Warnings.AddFrom(constructor);
        model = new ManagerModel(CSharpText.Type(manager), ConstructorParser.Arguments(constructor, ClassKind.Endpoint));
        return true;

        bool CanBeCalled(IMethodSymbol constructor) => context.Compilation.IsSymbolAccessibleWithin(constructor, context.Class);
    }

    private static string? FindProblem(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsUnboundGenericType: true })
            return "has open type parameters";
        if (type is not INamedTypeSymbol named || !named.IsOrDerivesFrom(KnownNames.SessionManager))
            return "is not derived from SockJSSessionManager";
        if (named.IsAbstract)
            return "is abstract";
        return named.IsLocalToFile() ? "is local to its file" : null;
    }

    private static bool CanBeSupplied(IParameterSymbol parameter)
        => ConstructorParser.IsLeftOut(parameter, ClassKind.Endpoint)
            || ConstructorParser.TryParseParameter(parameter, ClassKind.Endpoint) is { Source: ArgumentSource.Service or ArgumentSource.Services };

    private static bool Report(ParserContext context, ITypeSymbol type, string problem)
    {
        var place = Locations.NamedArgument(context.Attribute!, Manager, context.CancellationToken);
        context.Report(Rules.InvalidManager, place, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem);
        return false;
    }
}
