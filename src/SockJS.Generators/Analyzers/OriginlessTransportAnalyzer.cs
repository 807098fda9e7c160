using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SockJS.Generators.Diagnostics;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds transports that have only the cookie to go by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OriginlessTransportAnalyzer() : CookieOptionAnalyzer("Transports")
{
    private static readonly string[] s_originless = ["HtmlFile", "JsonpPolling", "Iframe"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OriginlessTransport];

    protected override Diagnostic? Analyze(IPropertySymbol property, IOperation value, Location location)
    {
        var enabled = EnabledBy(value);
        var names = s_originless.Where(name => (Flag(property.Type, name) & enabled) != 0).Select(name => $"'{name}'").ToList();
        return names.Count == 0 ? null : Diagnostic.Create(Rules.OriginlessTransport, location, string.Join(", ", names));
    }

    // What is combined with a constant contains it, whatever the rest turns out to be.
    private static int EnabledBy(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int flags } } => flags,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } both => EnabledBy(both.LeftOperand) | EnabledBy(both.RightOperand),
        _ => 0,
    };

    private static int Flag(ITypeSymbol transports, string name)
        => transports.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as int? ?? 0;
}
