using Microsoft.Extensions.Logging.Abstractions;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionEventsTests
{
    [Fact]
    public void Who_starts_the_handler_tells_of_the_opening_even_where_the_session_has_ended_meanwhile()
    {
        using var world = new SessionWorld();
        var connection = world.OpenSocket();
        var manager = new RecordingManager();
        var events = new SessionEvents(manager, connection, NullLogger.Instance);
        events.Note(SessionEvent.Created | SessionEvent.Opened | SessionEvent.Removed);
        events.Tell();
        Assert.Equal(["created"], manager.Of(connection));

        events.Tell(startsHandler: true);
        Assert.Equal(["created", "opened", $"removed {default(SockJSCloseKind)} 0"], manager.Of(connection));
    }
}
