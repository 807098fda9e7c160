using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what the parameters are given that all handlers may have, of whatever class.</summary>
internal static class HandlerParameterParser
{
    /// <summary>Reads a parameter whose type or attribute alone says what it is given.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="kind">What the method handles.</param>
    /// <param name="argument">What it is given; <see langword="null"/> if there is a problem.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>Whether that is decided.</returns>
    public static bool TryParseCommon(IParameterSymbol parameter, HandlerKind kind, out ArgumentModel? argument, out string problem)
    {
        argument = null;
        problem = "it is passed by reference or in any number";
        if (parameter.RefKind != RefKind.None || parameter.IsParams || parameter.Type.IsRefusedByCompiler())
            return true;

        var owner = ClassKind.Of(kind);
        problem = "there is no such service";
        if (ServiceParser.IsMarked(parameter))
            argument = ServiceParser.TryParse(parameter);
        else if (owner == ClassKind.Namespace && NamespaceValueParser.IsMarked(parameter))
            argument = NamespaceValueParser.Parse(parameter);
        else if (ServiceParser.TryParseWellKnown(parameter.Type, owner) is { } known)
            argument = kind is HandlerKind.Close or HandlerKind.Disconnect ? WithoutEnd(known, owner) : known;
        else if (RequestTypes.FindProblem(parameter, owner) is { } found)
            problem = found;
        else
            return false;
        return true;
    }

    /// <summary>Reports that a parameter cannot be given what it asks for, unless the compiler has something to say of it.</summary>
    public static void Report(IParameterSymbol parameter, HandlerKind kind, string problem, ParserContext context)
    {
        if (!parameter.Type.IsRefusedByCompiler())
            context.Report(context.Kind.ParameterRule, Locations.Type(parameter, context.CancellationToken), parameter.Name, HandlerFinder.NameOf(kind), Describe(parameter), problem);
    }

    // At the end the token is cancelled already, and whoever passed it on would do nothing.
    private static ArgumentModel WithoutEnd(ArgumentModel known, ClassKind owner)
        => known.Source == owner.ClosedSource ? new ArgumentModel(ArgumentSource.NoCancellation) : known;

    // The type as it is written, with what stands before it.
    private static string Describe(IParameterSymbol parameter)
    {
        var modifier = (parameter.RefKind, parameter.IsParams) switch
        {
            (RefKind.Ref, _) => "ref ",
            (RefKind.Out, _) => "out ",
            (RefKind.In, _) => "in ",
            (RefKind.RefReadOnlyParameter, _) => "ref readonly ",
            (_, true) => "params ",
            _ => "",
        };
        return modifier + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }
}
