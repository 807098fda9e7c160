using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;
using SockJS.SocketIO.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Reads parameters that take a value of the name of their namespace.</summary>
internal static class NamespaceValueParser
{
    public static bool IsMarked(IParameterSymbol parameter) => parameter.HasAttribute(KnownNames.FromNamespaceAttribute);

    public static ArgumentModel Parse(IParameterSymbol parameter)
        => new(ArgumentSource.NamespaceValue, Key: CSharpText.Literal(NameOf(parameter)));

    /// <summary>Checks that the parameters of constructors and handlers ask for values that the namespace has.</summary>
    public static bool CheckAll(string name, ParserContext context)
    {
        var isValid = true;
        var values = NamespaceName.ParametersOf(name);
        var methods = context.Class.InstanceConstructors
            .Concat(context.Kind.Handlers.SelectMany(kind => HandlerFinder.FindAll(context.Class, kind)).Select(handler => handler.Method));
        foreach (var parameter in methods.SelectMany(method => method.Parameters).Where(IsMarked))
        {
            if (FindProblem(parameter, values) is not { } problem)
                continue;

            isValid = false;
            context.Report(Rules.InvalidNamespaceValue, Locations.Identifier(parameter), parameter.Name, name, problem);
        }

        return isValid;
    }

    private static string? FindProblem(IParameterSymbol parameter, List<string> values)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String || parameter.RefKind != RefKind.None)
            return "it is no string";
        var name = NameOf(parameter);
        if (values.Contains(name, StringComparer.Ordinal))
            return null;
        return values.Count == 0 ? "the namespace is no pattern" : $"the pattern has no '{{{name}}}'";
    }

    private static string NameOf(IParameterSymbol parameter)
        => parameter.FindAttribute(KnownNames.FromNamespaceAttribute)?.ConstructorArgument(0) as string ?? parameter.Name;
}
