using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at what is assigned to an option, in assemblies where a cookie tells who the user is.</summary>
/// <param name="option">The name of the option.</param>
internal abstract class CookieOptionAnalyzer(string option) : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // The call that adds the cookie counts wherever it is. Nothing is reported in generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Returns what is wrong with a value that is assigned, or added by <c>|=</c>.</summary>
    protected abstract Diagnostic? Analyze(IPropertySymbol property, IOperation value, Location location);

    private void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(KnownNames.Options) is null)
            return;

        var found = new ConcurrentBag<Diagnostic>();
        var usesCookies = false;
        start.RegisterOperationAction(
            call =>
            {
                // Set and never cleared, since calls are visited concurrently.
                if (CookieAuthentication.IsAddedBy(((IInvocationOperation)call.Operation).TargetMethod))
                    usesCookies = true;
            },
            OperationKind.Invocation);
        start.RegisterOperationAction(
            assignment =>
            {
                if (Visit((IAssignmentOperation)assignment.Operation) is { } diagnostic)
                    found.Add(diagnostic);
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment);
        start.RegisterCompilationEndAction(end =>
        {
            if (!usesCookies)
                return;
            foreach (var diagnostic in found)
                end.ReportDiagnostic(diagnostic);
        });
    }

    private Diagnostic? Visit(IAssignmentOperation assignment)
    {
        if (assignment is ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Or }
            || assignment.Target is not IPropertyReferenceOperation { Property: var property }
            || property.Name != option
            || !(property.ContainingType.IsNamed(KnownNames.Options) || property.ContainingType.IsNamed(KnownNames.EndpointOptions)))
        {
            return null;
        }

        var place = assignment.Syntax is AssignmentExpressionSyntax { Right: var right } ? right : assignment.Value.Syntax;
        return Analyze(property, assignment.Value, place.GetLocation());
    }
}
