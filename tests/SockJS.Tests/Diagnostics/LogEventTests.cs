using System.Reflection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SockJS.Tests.Diagnostics;

/// <summary>Operators filter and alert by these: whoever changes one changes an interface.</summary>
public sealed class LogEventTests
{
    [Fact]
    public void Log_events_keep_their_ids_names_and_levels()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var events =
            from type in typeof(SockJSConnection).Assembly.GetTypes()
            from method in type.GetMethods(All)
            let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
            where attribute is not null
            let owner = type.DeclaringType ?? type
            orderby owner.FullName, attribute.EventId
            select $"{owner.FullName} {attribute.EventId} {attribute.EventName} {attribute.Level}: {attribute.Message}";

        Assert.Equal(
            [
                "SockJS.Dashboard.LiveFeed 2 DashboardClosedSession Information: Session {SessionId} was closed on the dashboard by {User}, with code {CloseCode}.",
                "SockJS.Dashboard.Sampler 3 DashboardSampleFailed Error: The dashboard could not look at the endpoints.",
                "SockJS.Dispatch.FailureHandler 1 HandlerFailed Error: The handler of session {SessionId} failed.",
                "SockJS.Dispatch.FailureHandler 2 MessageRefused Warning: A message of session {SessionId} was refused: {Problem}",
                "SockJS.Dispatch.FailureHandler 3 FrameRefused Debug: A frame of the multiplexed session {SessionId} was refused: {Problem}",
                "SockJS.Dispatch.FailureHandler 4 FurtherMessageRefused Debug: A further message of session {SessionId} was refused: {Problem}",
                "SockJS.Groups.Presence`1 1 GroupObserverFailed Error: An observer of the group {Group} failed.",
                "SockJS.Hosting.DashboardMapper 30 DashboardUnprotected Warning: The dashboard at {Prefix} answers nobody: outside of the environment Development it needs RequireAuthorization().",
                "SockJS.Hosting.OriginGate 1 OriginRefused Information: A request to {Prefix} from a page of \"{Origin}\" was refused: the origin is not allowed.",
                "SockJS.Hosting.OriginGate 3 FurtherOriginRefused Debug: A further request to {Prefix} from a page of \"{Origin}\" was refused.",
                "SockJS.Hosting.SessionDrain 2 DrainWindowTooLong Warning: The sessions of {Prefix} are closed over {DrainWindow} on a shutdown, which the host cuts off after {ShutdownTimeout}.",
                "SockJS.Hosting.UnusedSettings`1 31 SettingsUnused Warning: The {Options} of \"{Prefix}\" have no effect, as no endpoint that has such is mapped there. Mapped are: {Prefixes}",
                "SockJS.Multiplexing.ChannelConnection 1 ChannelClosedCallbackFailed Error: A callback of the application to the end of channel {SessionId} failed.",
                "SockJS.Sessions.RefusalLog 21 SessionsRefused Information: Sessions of {Prefix} are refused: {Refusal}. This is not said again for a minute.",
                "SockJS.Sessions.RefusalLog 22 SessionRefused Debug: A session of {Prefix} was refused: {Refusal}.",
                "SockJS.Sessions.RefusalLog 23 SessionAdmissionFailed Error: The session manager of {Prefix} failed to decide on a session.",
                "SockJS.Sessions.Session 1 SessionOpened Debug: Session {SessionId} opened over {Transport}.",
                "SockJS.Sessions.Session 2 SessionEnded Debug: Session {SessionId} over {Transport} ended: {CloseKind}, code {CloseCode}.",
                "SockJS.Sessions.Session 3 SessionWriteFailed Debug: A write to session {SessionId} over {Transport} failed.",
                "SockJS.Sessions.Session 5 SessionClosedCallbackFailed Error: A callback of the application to the end of session {SessionId} failed.",
                "SockJS.Sessions.Session 10 SessionMessagesLimited Information: Session {SessionId} over {Transport} sends more messages than it may; the policy is {Policy}.",
                "SockJS.Sessions.Session 11 SessionLimiterFailed Error: The limiter of messages failed for session {SessionId}.",
                "SockJS.Sessions.SessionEvents 20 SessionManagerFailed Error: The session manager failed when it was told that session {SessionId} was: {SessionEvent}.",
                "SockJS.Sessions.SessionTable 4 SweepFailed Critical: Session {SessionId} could not be swept.",
                "SockJS.Sessions.SessionTable 24 DrainFailed Critical: Session {SessionId} could not be closed.",
            ],
            events);
    }
}
