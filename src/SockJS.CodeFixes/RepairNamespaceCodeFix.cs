using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Adds the slash at the beginning of the name of a namespace.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RepairNamespaceCodeFix() : RepairNameCodeFix(DiagnosticIds.InvalidNamespace, NamespaceNameParser.Key, "name");
