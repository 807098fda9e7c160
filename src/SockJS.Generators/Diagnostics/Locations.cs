using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SockJS.Generators.Diagnostics;

/// <summary>Finds the smallest piece of source that has to change.</summary>
internal static class Locations
{
    public static Location Identifier(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    public static Location Type(IParameterSymbol parameter, CancellationToken cancellationToken)
        => Syntax(parameter, cancellationToken) is ParameterSyntax { Type: { } type } ? type.GetLocation() : Identifier(parameter);

    public static Location ReturnType(IMethodSymbol method, CancellationToken cancellationToken)
        => Syntax(method, cancellationToken) is MethodDeclarationSyntax declaration ? declaration.ReturnType.GetLocation() : Identifier(method);

    /// <summary>The type of what a method returns in the end, without the task or the sequence around it.</summary>
    public static Location Result(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (Syntax(method, cancellationToken) is not MethodDeclarationSyntax { ReturnType: var type })
            return Identifier(method);

        var name = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            _ => type,
        };
        return name is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask" or "IAsyncEnumerable", TypeArgumentList.Arguments: [var result] }
            ? result.GetLocation()
            : type.GetLocation();
    }

    public static Location? Attribute(AttributeData attribute, CancellationToken cancellationToken)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    public static Location FirstArgument(AttributeData attribute, CancellationToken cancellationToken)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: [var argument, ..] }
            ? argument.Expression.GetLocation()
            : Attribute(attribute, cancellationToken) ?? Location.None;

    /// <summary>The value that is assigned to a property of an attribute.</summary>
    public static Location NamedArgument(AttributeData attribute, string name, CancellationToken cancellationToken)
        => FindNamedArgument(attribute, name, cancellationToken)?.Expression.GetLocation() ?? Attribute(attribute, cancellationToken) ?? Location.None;

    /// <summary>The whole assignment to a property of an attribute.</summary>
    public static Location Assignment(AttributeData attribute, string name, CancellationToken cancellationToken)
        => FindNamedArgument(attribute, name, cancellationToken)?.GetLocation() ?? Attribute(attribute, cancellationToken) ?? Location.None;

    private static AttributeArgumentSyntax? FindNamedArgument(AttributeData attribute, string name, CancellationToken cancellationToken)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
            ? arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            : null;

    private static SyntaxNode? Syntax(ISymbol symbol, CancellationToken cancellationToken)
        => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
}
