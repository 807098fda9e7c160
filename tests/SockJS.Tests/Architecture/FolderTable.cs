using Mono.Cecil;

namespace SockJS.Tests.Architecture;

/// <summary>Which folder of a library may know which other. Folders are namespaces, and the table is a graph without cycles, to be read top to bottom.</summary>
/// <param name="library">The name of the assembly, which is the namespace of its root.</param>
/// <param name="mayKnow">
/// The folders, each with those that it may know. A folder below another, such as Protocol.WebSockets, belongs to it unless it is listed itself.
/// </param>
/// <param name="mustNotKnow">Beginnings of the full names of types that a folder must do without, wherever they come from.</param>
internal sealed class FolderTable(string library, Dictionary<string, string[]> mayKnow, Dictionary<string, string[]> mustNotKnow)
{
    public const string Root = "the root";
    public const string Hosting = "Hosting";

    /// <summary>Gets the table of the library that this one is built on, and sees the inside of. <see cref="Of"/> names its folders.</summary>
    public FolderTable? Beneath { get; init; }

    /// <summary>Gets what says to which folder extension methods belong. They live in the namespaces of what they extend.</summary>
    public Func<TypeReference, string> FolderOfExtensions { get; init; } = static _ => Hosting;

    public IEnumerable<string> Folders => mayKnow.Keys;

    /// <summary>Returns what a folder is called where another library may know it.</summary>
    public string Of(string folder) => $"{library}/{folder}";

    /// <summary>Returns the folder of a type; <see langword="null"/> where it is no type of the library.</summary>
    public string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        if (type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal))
            return FolderOfExtensions(type);
        if (type.Namespace == library)
            return Root;
        if (!type.Namespace.StartsWith($"{library}.", StringComparison.Ordinal))
            return null;
        var folder = type.Namespace[(library.Length + 1)..];
        while (!mayKnow.ContainsKey(folder) && folder.LastIndexOf('.') is > 0 and var end)
            folder = folder[..end];
        return folder;
    }

    /// <summary>Returns the folders of the library that a folder may know.</summary>
    public IEnumerable<string> KnownTo(string folder) => mayKnow[folder].Where(static one => !one.Contains('/', StringComparison.Ordinal));

    /// <summary>Finds every mention that breaks a rule, in the types of one folder.</summary>
    public IEnumerable<string> FindBreaches(ModuleDefinition module, string folder)
        => from type in module.Types
           where FolderOf(type) == folder
           from mention in TypeReferences.Of(type)
           let breach = FindBreach(folder, mention.Type)
           where breach is not null
           select $"{FileOf(type)}: {mention.Member} uses {mention.Type.FullName}, but {breach}.";

    public string FileOf(TypeDefinition type) => $"{FolderOf(type)}/{type.Name.Split('`')[0]}.cs";

    private string? FindBreach(string folder, TypeReference mentioned)
    {
        // The types of the library itself are defined in the module that is read; all others are only referred to.
        if (mentioned is TypeDefinition)
            return FolderOf(mentioned) is { } other && other != folder && !mayKnow[folder].Contains(other) ? $"{folder} must not know {other}" : null;
        if (FolderBeneath(mentioned) is { } beneath && !mayKnow[folder].Contains(beneath))
            return $"{folder} must not know {beneath}";
        return mustNotKnow[folder].Any(start => mentioned.FullName.StartsWith(start, StringComparison.Ordinal)) ? $"{folder} must do without it" : null;
    }

    private string? FolderBeneath(TypeReference mentioned)
        => Beneath is not null && Beneath.IsFrom(mentioned) && Beneath.FolderOf(mentioned) is { } folder ? Beneath.Of(folder) : null;

    private bool IsFrom(TypeReference type) => type.Scope?.Name == library;
}
