using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

/// <summary>Makes the rules of this package. Those for endpoints, for handlers and for security are in files of their own.</summary>
internal static partial class Rules
{
    private const string Category = "SockJS.Usage";

    public static string HelpLink(string id) => $"https://github.com/sockjs-dotnet/sockjs-dotnet/blob/main/docs/diagnostics/{id}.md";

    /// <summary>A rule without which no code can be generated, so that nobody may switch it off.</summary>
    private static DiagnosticDescriptor Hard(string id, string title, string message, string description)
        => Soft(id, DiagnosticSeverity.Error, title, message, description, WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Soft(
        string id, DiagnosticSeverity severity, string title, string message, string description, params string[] tags)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, description, HelpLink(id), tags);
}
