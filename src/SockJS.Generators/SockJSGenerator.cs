using Microsoft.CodeAnalysis;

namespace SockJS.Generators;

/// <summary>Emits the endpoint description of every annotated class, and the method that maps them all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SockJSGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
