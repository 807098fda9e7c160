using Mono.Cecil;

namespace SockJS.Tests.Architecture;

/// <summary>Which folder may know which other. Folders are namespaces, and the table is a graph without cycles, to be read top to bottom.</summary>
internal static class FolderRules
{
    public const string Root = "the root";
    public const string Protocol = "Protocol";
    public const string Diagnostics = "Diagnostics";
    public const string Payloads = "Payloads";
    public const string Sessions = "Sessions";
    public const string Transports = "Transports";
    public const string WebSockets = "Transports.WebSockets";
    public const string Dispatch = "Dispatch";
    public const string Groups = "Groups";
    public const string Multiplexing = "Multiplexing";
    public const string SourceGeneration = "SourceGeneration";
    public const string Adapters = "Adapters";
    public const string Hosting = "Hosting";

    private const string Prefix = "SockJS.";

    // A folder below another, such as Protocol.WebSockets, belongs to it unless it is listed itself.
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        [Root] = [],
        [Protocol] = [Root],
        [Diagnostics] = [Root],
        [Payloads] = [Root, Protocol],
        [Sessions] = [Root, Protocol, Diagnostics],
        [Transports] = [Root, Protocol, Sessions, Diagnostics],
        [WebSockets] = [Root, Protocol, Sessions, Diagnostics, Transports],
        [Dispatch] = [Root, Diagnostics, Payloads],
        [Groups] = [Root, Protocol, Diagnostics, Payloads],
        [Multiplexing] = [Root, Protocol, Sessions, Dispatch],
        [SourceGeneration] = [Root, Payloads, Dispatch],
        [Adapters] = [Root],
        [Hosting] = [Root, Protocol, Diagnostics, Payloads, Sessions, Transports, WebSockets, Dispatch, Groups, Multiplexing, SourceGeneration, Adapters],
    };

    // Beginnings of the full names of types that a folder must do without, wherever they come from.
    private static readonly Dictionary<string, string[]> s_mustNotKnow = new()
    {
        [Root] = ["Microsoft.Extensions.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [Protocol] = ["Microsoft.", "System.TimeProvider", "System.Threading.Tasks."],
        [Diagnostics] = ["Microsoft."],
        [Payloads] = ["Microsoft."],
        [Sessions] = ["Microsoft.AspNetCore."],
        [Transports] = [],
        [WebSockets] = [],
        [Dispatch] = ["Microsoft.AspNetCore."],
        [Groups] = ["Microsoft.AspNetCore."],
        [Multiplexing] = ["Microsoft.AspNetCore."],
        [SourceGeneration] = ["Microsoft."],
        [Adapters] = ["Microsoft.Extensions.Logging.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Hosting."],
        [Hosting] = [],
    };

    public static IEnumerable<string> Folders => s_mayKnow.Keys;

    /// <summary>Returns the folder of a type; <see langword="null"/> where it is no type of the library.</summary>
    public static string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        // Extension methods live in the namespaces of what they extend.
        if (type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal))
            return Hosting;
        if (type.Namespace == "SockJS")
            return Root;
        if (!type.Namespace.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var folder = type.Namespace[Prefix.Length..];
        return s_mayKnow.ContainsKey(folder) ? folder : folder.Split('.')[0];
    }

    /// <summary>Returns the folders that a folder may know.</summary>
    public static IEnumerable<string> KnownTo(string folder) => s_mayKnow[folder];

    /// <summary>Says which rule a mention breaks; <see langword="null"/> where it breaks none.</summary>
    public static string? FindBreach(string folder, TypeReference mentioned)
    {
        // The types of the library itself are defined in the module that is read; all others are only referred to.
        if (mentioned is TypeDefinition)
            return FolderOf(mentioned) is { } other && other != folder && !s_mayKnow[folder].Contains(other) ? $"{folder} must not know {other}" : null;
        return s_mustNotKnow[folder].Any(start => mentioned.FullName.StartsWith(start, StringComparison.Ordinal)) ? $"{folder} must do without it" : null;
    }
}
