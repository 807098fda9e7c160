namespace SockJS.Tests.Architecture;

/// <summary>Which folder of the library may know which other.</summary>
internal static class FolderRules
{
    public const string Root = FolderTable.Root;
    public const string Protocol = "Protocol";
    public const string Diagnostics = "Diagnostics";
    public const string Payloads = "Payloads";
    public const string Members = "Members";
    public const string Sessions = "Sessions";
    public const string Transports = "Transports";
    public const string WebSockets = "Transports.WebSockets";
    public const string Dispatch = "Dispatch";
    public const string Groups = "Groups";
    public const string Multiplexing = "Multiplexing";
    public const string SourceGeneration = "SourceGeneration";
    public const string Adapters = "Adapters";
    public const string Dashboard = "Dashboard";
    public const string Hosting = FolderTable.Hosting;

    // A folder below another, such as Protocol.WebSockets, belongs to it unless it is listed itself.
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        [Root] = [],
        [Protocol] = [Root],
        [Diagnostics] = [Root],
        [Payloads] = [Root, Protocol],
        [Members] = [Root],
        [Sessions] = [Root, Protocol, Diagnostics, Members],
        [Transports] = [Root, Protocol, Sessions, Diagnostics],
        [WebSockets] = [Root, Protocol, Sessions, Diagnostics, Transports],
        [Dispatch] = [Root, Diagnostics, Payloads],
        [Groups] = [Root, Protocol, Diagnostics, Payloads, Members],
        [Multiplexing] = [Root, Protocol, Members, Sessions, Dispatch],
        [SourceGeneration] = [Root, Payloads, Dispatch],
        [Adapters] = [Root],
        [Dashboard] = [Root, Diagnostics, Sessions, Groups],
        [Hosting] = [Root, Protocol, Diagnostics, Payloads, Members, Sessions, Transports, WebSockets, Dispatch, Groups, Multiplexing, SourceGeneration, Adapters, Dashboard],
    };

    // Beginnings of the full names of types that a folder must do without, wherever they come from.
    private static readonly Dictionary<string, string[]> s_mustNotKnow = new()
    {
        [Root] = ["Microsoft.Extensions.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [Protocol] = ["Microsoft.", "System.TimeProvider", "System.Threading.Tasks."],
        [Diagnostics] = ["Microsoft."],
        [Payloads] = ["Microsoft."],
        [Members] = ["Microsoft."],
        [Sessions] = ["Microsoft.AspNetCore."],
        [Transports] = [],
        [WebSockets] = [],
        [Dispatch] = ["Microsoft.AspNetCore."],
        [Groups] = ["Microsoft.AspNetCore."],
        [Multiplexing] = ["Microsoft.AspNetCore."],
        [SourceGeneration] = ["Microsoft."],
        [Adapters] = ["Microsoft.Extensions.Logging.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Hosting."],
        [Dashboard] = [],
        [Hosting] = [],
    };

    /// <summary>Gets the table.</summary>
    public static FolderTable Table { get; } = new("SockJS", s_mayKnow, s_mustNotKnow);
}
