using System.Reflection;
using Microsoft.Extensions.Logging;

namespace SockJS.SocketIO.Tests.Diagnostics;

/// <summary>Operators filter and alert by these: whoever changes one changes an interface.</summary>
public sealed class LogEventTests
{
    [Fact]
    public void Log_events_keep_their_ids_names_and_levels()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var events =
            from type in typeof(SocketIOSocket).Assembly.GetTypes()
            from method in type.GetMethods(All)
            let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
            where attribute is not null
            orderby type.FullName, attribute.EventId
            select $"{type.FullName} {attribute.EventId} {attribute.EventName} {attribute.Level}: {attribute.Message}";

        Assert.Equal(
            [
                "SockJS.SocketIO.Connections.ClientConnection 2 RuleViolated Debug: The Socket.IO connection {ConnectionId} is closed: the client {Rule}.",
                "SockJS.SocketIO.Connections.ClientConnection 4 ReadingFailed Critical: The Socket.IO connection {ConnectionId} is closed, since its packets could not be handled.",
                "SockJS.SocketIO.Dispatch.EventRefusals 27 EventRefused Warning: What the socket {SocketId} sent was refused: {Problem}",
                "SockJS.SocketIO.Dispatch.EventRefusals 28 FurtherEventRefused Debug: Something further that the socket {SocketId} sent was refused: {Problem}",
                "SockJS.SocketIO.EngineIO.Hosting.DelegateHandler 26 EngineHandlerFailed Error: The handler of connection {ConnectionId} at {Path} has failed.",
                "SockJS.SocketIO.EngineIO.Hosting.HandshakeHandler 25 HandshakeFailed Error: The handshake hook of {Path} has failed; the client is refused.",
                "SockJS.SocketIO.Namespaces.Socket 1 SocketHandlerFailed Error: The {What} handler of the Socket.IO namespace {Namespace} failed for the socket {SocketId}.",
                "SockJS.SocketIO.Namespaces.Socket 3 HandlerUnanswered Debug: The {What} handler of the Socket.IO namespace {Namespace} ended for the socket {SocketId}, whose client did not answer as it should: {Problem}",
            ],
            events);
    }
}
