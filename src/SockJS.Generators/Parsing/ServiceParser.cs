using Microsoft.CodeAnalysis;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads parameters that services fill, of constructors and of handlers.</summary>
internal static class ServiceParser
{
    /// <summary>Reads a parameter whose type alone says what it gets: no service can have such a type.</summary>
    public static ArgumentModel? TryParseWellKnown(ITypeSymbol type, ClassKind kind)
    {
        if (type.IsNamed(kind.Connection))
            return new ArgumentModel(kind.ConnectionSource);
        if (type.IsNamed(KnownNames.CancellationToken))
            return new ArgumentModel(kind.ClosedSource);
        if (type.IsNamed(KnownNames.ServiceProvider))
            return new ArgumentModel(ArgumentSource.Services);
        return null;
    }

    public static bool IsMarked(IParameterSymbol parameter)
        => parameter.HasAttribute(KnownNames.FromServices) || parameter.HasAttribute(KnownNames.FromKeyedServices);

    /// <summary>Reads a parameter as a service, keyed if it says so; <see langword="null"/> where no provider can give its value.</summary>
    public static ArgumentModel? TryParse(IParameterSymbol parameter)
    {
        if (!parameter.Type.CanBeService())
            return null;

        var service = new ArgumentModel(ArgumentSource.Service, CSharpText.Type(parameter.Type))
        {
            IsOptional = parameter.HasExplicitDefaultValue && parameter.Type.IsReferenceType,
        };
        if (parameter.FindAttribute(KnownNames.FromKeyedServices) is not { } keyed)
            return service;

        return keyed.ConstructorArguments is [var key] && (key.IsNull ? "null" : ConstantExpression.TryFormat(key)) is { } expression
            ? service with { Key = expression }
            : null;
    }
}
