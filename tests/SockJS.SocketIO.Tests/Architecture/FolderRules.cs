using SockJS.Tests.Architecture;
using Runtime = SockJS.Tests.Architecture.FolderRules;

namespace SockJS.SocketIO.Tests.Architecture;

/// <summary>Which folder of the library may know which other, and which of the library beneath. Those of Engine.IO know nothing of Socket.IO.</summary>
internal static class FolderRules
{
    public const string EngineIO = "EngineIO";

    private const string Root = FolderTable.Root;
    private const string Hosting = FolderTable.Hosting;
    private const string EngineProtocol = "EngineIO.Protocol";
    private const string EngineSessions = "EngineIO.Sessions";
    private const string EngineTransports = "EngineIO.Transports";
    private const string EngineHosting = "EngineIO.Hosting";
    private const string Diagnostics = "Diagnostics";
    private const string Protocol = "Protocol";
    private const string Payloads = "Payloads";
    private const string Acks = "Acks";
    private const string Rooms = "Rooms";
    private const string Namespaces = "Namespaces";
    private const string Connections = "Connections";
    private const string Dispatch = "Dispatch";
    private const string SourceGeneration = "SourceGeneration";

    private static readonly string s_runtime = Runtime.Table.Of(Runtime.Root);
    private static readonly string s_runtimeProtocol = Runtime.Table.Of(Runtime.Protocol);
    private static readonly string s_runtimeDiagnostics = Runtime.Table.Of(Runtime.Diagnostics);
    private static readonly string s_runtimePayloads = Runtime.Table.Of(Runtime.Payloads);
    private static readonly string s_runtimeMembers = Runtime.Table.Of(Runtime.Members);
    private static readonly string s_runtimeSessions = Runtime.Table.Of(Runtime.Sessions);
    private static readonly string s_runtimeTransports = Runtime.Table.Of(Runtime.Transports);
    private static readonly string s_runtimeWebSockets = Runtime.Table.Of(Runtime.WebSockets);
    private static readonly string s_runtimeGroups = Runtime.Table.Of(Runtime.Groups);
    private static readonly string s_runtimeHosting = Runtime.Table.Of(Runtime.Hosting);

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        [EngineIO] = [s_runtime, s_runtimeSessions],
        [EngineProtocol] = [EngineIO, s_runtime, s_runtimeProtocol],
        [EngineSessions] = [EngineIO, EngineProtocol, s_runtime, s_runtimeProtocol, s_runtimeDiagnostics, s_runtimeSessions],
        [EngineTransports] = [EngineIO, EngineProtocol, EngineSessions, s_runtime, s_runtimeProtocol, s_runtimeSessions, s_runtimeTransports, s_runtimeWebSockets],
        [EngineHosting] =
        [
            EngineIO, EngineProtocol, EngineSessions, EngineTransports,
            s_runtime, s_runtimeProtocol, s_runtimeDiagnostics, s_runtimeSessions, s_runtimeTransports, s_runtimeWebSockets, s_runtimeHosting,
        ],
        [Root] = [EngineIO, s_runtime],
        [Diagnostics] = [Root, s_runtime, s_runtimeDiagnostics],
        [Protocol] = [Root, s_runtime, s_runtimeProtocol],
        [Payloads] = [Root, EngineProtocol, Protocol, s_runtime, s_runtimeProtocol, s_runtimePayloads, s_runtimeSessions],
        [Acks] = [Root, Payloads, s_runtimePayloads],
        [Rooms] = [Root, EngineIO, Payloads, Acks, s_runtime, s_runtimeMembers, s_runtimeGroups],
        [Namespaces] = [Root, Diagnostics, EngineIO, EngineProtocol, Protocol, Payloads, Acks, Rooms, s_runtime, s_runtimeProtocol, s_runtimeDiagnostics],
        [Connections] = [Root, EngineIO, Protocol, Payloads, Acks, Rooms, Namespaces, s_runtime, s_runtimeSessions],
        [Dispatch] = [Root, EngineIO, Payloads, Namespaces, s_runtime, s_runtimeDiagnostics, s_runtimePayloads],
        [SourceGeneration] = [Root, EngineIO, Payloads, Namespaces, Dispatch, s_runtime, s_runtimePayloads],
        [Hosting] =
        [
            Root, Diagnostics, EngineIO, EngineHosting, Protocol, Payloads, Acks, Rooms, Namespaces, Connections, Dispatch, SourceGeneration,
            s_runtime, s_runtimeDiagnostics, s_runtimeHosting,
        ],
    };

    private static readonly Dictionary<string, string[]> s_mustNotKnow = new()
    {
        [EngineIO] = ["Microsoft.Extensions.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [EngineProtocol] = ["Microsoft.", "System.TimeProvider", "System.Threading.Tasks."],
        [EngineSessions] = ["Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [EngineTransports] = ["Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [EngineHosting] = [],
        [Root] = ["Microsoft.Extensions.", "Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [Diagnostics] = ["Microsoft."],
        [Protocol] = ["Microsoft.", "System.TimeProvider", "System.Threading.Tasks."],
        [Payloads] = ["Microsoft."],
        [Acks] = ["Microsoft."],
        [Rooms] = ["Microsoft.AspNetCore."],
        [Namespaces] = ["Microsoft.AspNetCore.Builder.", "Microsoft.AspNetCore.Routing.", "Microsoft.AspNetCore.Hosting."],
        [Connections] = ["Microsoft.AspNetCore."],
        [Dispatch] = ["Microsoft.AspNetCore."],
        [SourceGeneration] = ["Microsoft."],
        [Hosting] = [],
    };

    /// <summary>Gets the table.</summary>
    public static FolderTable Table { get; } = new("SockJS.SocketIO", s_mayKnow, s_mustNotKnow)
    {
        Beneath = Runtime.Table,
        FolderOfExtensions = static type => type.Name.StartsWith(EngineIO, StringComparison.Ordinal) ? EngineHosting : Hosting,
    };
}
