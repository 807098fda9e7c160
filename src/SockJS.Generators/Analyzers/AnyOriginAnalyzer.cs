using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds endpoints that every site may use with the cookies of its visitors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AnyOriginAnalyzer() : CookieOptionAnalyzer("AllowAnyOrigin")
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.AnyOriginWithCookies];

    protected override Diagnostic? Analyze(IPropertySymbol property, IOperation value, Location location)
        => value.ConstantValue is { HasValue: true, Value: true } ? Diagnostic.Create(Rules.AnyOriginWithCookies, location) : null;
}
