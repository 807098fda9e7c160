using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can call the handlers of a class, and that clients can reach them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandlerSignatureAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.SeveralHandlers,
        Rules.UnsupportedMethod,
        Rules.UnsupportedParameter,
        Rules.SeveralMessages,
        Rules.UnsupportedReturnType,
        Rules.AsyncVoid,
        Rules.InvalidEvent,
        Rules.DuplicateEvent,
        Rules.SeveralSocketHandlers,
        Rules.UnsupportedArgument,
        Rules.UnsupportedResult,
        Rules.AckWithResult,
    ];

    protected override void Analyze(INamedTypeSymbol type, ClassAnalysisContext context)
    {
        // What is wrong with the class is often wrong with its methods too.
        if (TargetParser.FindProblem(type) is null)
            HandlerParser.TryParseAll(context.Parse());
    }
}
