using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds calls that wait for the answer of one client where there are many: on the client interface of anything but a socket.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AudienceAnswerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.AnswerOfMany];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.ClientExtensions) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.TypeKind != TypeKind.Interface
            || ClientMethodParser.AnswerType(call.TargetMethod) is null
            || FindOrigin(call.Instance) is not { } origin
            || !IsOfMany(origin))
        {
            return;
        }

        var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } ? name : call.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(Rules.AnswerOfMany, place.GetLocation(), call.TargetMethod.Name));
    }

    // What a local was given where it was declared is what it is, as far as can be told.
    private static IInvocationOperation? FindOrigin(IOperation? instance) => instance switch
    {
        IInvocationOperation call => call,
        ILocalReferenceOperation { Local: var local, SemanticModel: { } model } => local.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<VariableDeclaratorSyntax>()
            .Where(declarator => declarator.SyntaxTree == model.SyntaxTree && declarator.Initializer is not null)
            .Select(declarator => model.GetOperation(declarator.Initializer!.Value))
            .OfType<IInvocationOperation>()
            .FirstOrDefault(),
        _ => null,
    };

    private static bool IsOfMany(IInvocationOperation origin)
        => origin.TargetMethod.ContainingType.IsNamed(KnownNames.ClientExtensions)
            && origin.Arguments is [{ Value: var receiver }, ..]
            && Unwrap(receiver).Type is { } type
            && !type.IsOrDerivesFrom(KnownNames.Socket);

    private static IOperation Unwrap(IOperation value) => value is IConversionOperation { Operand: var operand } ? operand : value;
}
