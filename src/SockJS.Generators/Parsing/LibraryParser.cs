using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Finds out how programs can map the endpoints of a library. Nobody refers to a program.</summary>
internal static class LibraryParser
{
    public static LibraryModel? TryParse(Compilation compilation)
    {
        if (compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary || compilation.AssemblyName is not { Length: > 0 } name)
            return null;

        var words = new string([.. name.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var identifier = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return new LibraryModel(name, SyntaxFacts.IsIdentifierStartCharacter(identifier.FirstOrDefault()) ? identifier : "_" + identifier);
    }
}
