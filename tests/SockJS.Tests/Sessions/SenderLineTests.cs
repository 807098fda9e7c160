using SockJS.Sessions;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SenderLineTests
{
    [Fact]
    public void The_bytes_of_broadcasts_are_counted_whether_they_are_texts_or_frames()
    {
        var line = new SenderLine();
        line.Add(new SendWaiter(null!, new PreparedMessage("text"), default, deadline: 1));
        Assert.Equal(8, line.BroadcastBytes);

        line.Add(new SendWaiter(null!, SockJSMessage.OfPrepared(PreparedMessage.FromFrames(new byte[100])), default, deadline: 1));
        Assert.Equal(108, line.BroadcastBytes);

        line.TakeFirst();
        line.TakeFirst();
        Assert.Equal(0, line.BroadcastBytes);
    }
}
