using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what the parameters that are no services take of a message.</summary>
internal static class PayloadParser
{
    public static EquatableArray<PayloadModel>? TryParseAll(
        IMethodSymbol method, List<IParameterSymbol> parameters, bool isNamed, ParserContext context)
    {
        var isValid = parameters switch
        {
            [] => true,
            [var parameter] => !isNamed || CheckShape(parameter, context),
            _ => CheckMembers(method, parameters, isNamed, context),
        };
        return isValid ? parameters.Select(Parse).ToEquatableArray() : null;
    }

    /// <summary>Tells what a parameter accepts.</summary>
    public static PayloadModel Parse(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        var model = new PayloadModel(parameter.Name, CSharpText.Type(type)) { AllowsNull = type.AllowsNull() };
        if (!parameter.HasExplicitDefaultValue)
            return model;

        return parameter.ExplicitDefaultValue is { } value
            ? model with { IsOptional = true, Default = ConstantExpression.TryFormatDefault(type.WithoutNullable(), value) }
            : model with { IsOptional = true, AllowsNull = model.AllowsNull || type.IsReferenceType };
    }

    private static bool CheckMembers(IMethodSymbol method, List<IParameterSymbol> parameters, bool isNamed, ParserContext context)
    {
        if (!isNamed)
            return CheckRest(method, parameters[0], parameters.Skip(1), "the parameter of a method without a name is the whole message", context);

        // If it is not clear which of them is the payload, the first is.
        var others = parameters.Where(parameter => !JsonKinds.IsPlain(parameter.Type)).ToList();
        var beside = parameters.Find(parameter => JsonKinds.IsPlain(parameter.Type)) ?? others[0];
        return CheckRest(method, beside, others.Where(parameter => !parameter.Equals(beside, SymbolEqualityComparer.Default)), "of several parameters each is a plain value", context);
    }

    private static bool CheckRest(IMethodSymbol method, IParameterSymbol first, IEnumerable<IParameterSymbol> rest, string reason, ParserContext context)
    {
        var isValid = true;
        foreach (var parameter in rest)
        {
            isValid = false;
            context.Report(Rules.SeveralMessages, Locations.Identifier(parameter), method.Name, parameter.Name, first.Name, reason);
        }

        return isValid;
    }

    private static bool CheckShape(IParameterSymbol parameter, ParserContext context)
    {
        if (!context.IsFlat || !JsonKinds.IsNoObject(parameter.Type))
            return true;

        context.Report(
            Rules.FlatPayload,
            Locations.Type(parameter, context.CancellationToken),
            parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return false;
    }
}
