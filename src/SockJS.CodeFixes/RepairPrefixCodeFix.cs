using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Adds and removes the slashes of a prefix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RepairPrefixCodeFix() : RepairNameCodeFix(DiagnosticIds.InvalidPrefix, PrefixRepair.Key, "prefix");
