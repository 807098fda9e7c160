namespace SockJS.Generators.Model;

/// <summary>What programs that refer to the assembly know it by.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="Identifier">The same as a part of identifiers: <c>ContosoChat</c> for <c>Contoso.Chat</c>.</param>
internal sealed record LibraryModel(string Name, string Identifier);
