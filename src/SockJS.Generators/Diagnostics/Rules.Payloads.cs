using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor PayloadNotListed = Soft(
        DiagnosticIds.PayloadNotListed,
        DiagnosticSeverity.Warning,
        "A payload type is listed in a JSON context",
        "The {3} '{0}' has no JSON metadata for '{1}': {2}",
        "Without reflection the application starts only if the metadata of every payload was made at compile time. [JsonSerializable] on a JsonSerializerContext asks for it, "
            + "for the type and for all that its members need.");

    public static readonly DiagnosticDescriptor FieldsOnly = Soft(
        DiagnosticIds.FieldsOnly,
        DiagnosticSeverity.Warning,
        "A payload has properties",
        "JSON leaves out fields, and '{0}' has nothing else: take a type with properties, such as a record",
        "Fields, of which tuples consist, are neither read nor written, so that nothing of the value arrives. Make properties of them, or mark them with [JsonInclude]. "
            + "Suppress the rule where the JSON options have IncludeFields.");
}
