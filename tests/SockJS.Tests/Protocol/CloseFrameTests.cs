using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class CloseFrameTests
{
    // HandlingClose.test_close_frame, Protocol.test_simpleSession
    [Theory]
    [InlineData(3000, "Go away!", "c[3000,\"Go away!\"]")]
    [InlineData(2010, "Another connection still open", "c[2010,\"Another connection still open\"]")]
    [InlineData(1000, "", "c[1000,\"\"]")]
    [InlineData(4999, "a \"quoted\"\nreason\u2028", "c[4999,\"a \\\"quoted\\\"\\nreason\\u2028\"]")]
    public void Code_and_reason_stand_in_an_array_without_spaces(int code, string reason, string frame) =>
        Assert.Equal(frame, Written.Text((ref PooledBuffer destination) => CloseFrame.Append(ref destination, code, reason)));
}
