using SockJS.Tests.PublicApi;

namespace SockJS.SocketIO.Tests.PublicApi;

/// <summary>
/// The public API of the library is what its <c>.verified.txt</c> says. A change of it is written beside that file as <c>.received.txt</c>;
/// renaming that file approves the change.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_what_was_approved()
    {
        var approved = new ApprovedApi(typeof(PublicApiTests).Assembly, "PublicApi");

        Assert.Equal(approved.Text, approved.Receive(typeof(SocketIOSocket).Assembly), ignoreLineEndingDifferences: true);
    }
}
