using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>Where a partial class is declared, so that the emitter can open it again.</summary>
/// <param name="QualifiedName">The name with <c>global::</c>.</param>
/// <param name="FileName">The metadata name, which no other type of the assembly has.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Headers">The type headers from the outermost to the class itself, such as <c>partial class Chat</c>.</param>
internal sealed record TargetModel(string QualifiedName, string FileName, string Namespace, EquatableArray<string> Headers);
