using SockJS.Diagnostics;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class LoggedTextTests
{
    [Theory]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("one\r\ntwo\u2028three\u001b[31m", "one  two three [31m")]
    [InlineData("", "")]
    public void What_a_client_chose_stays_on_its_line(string text, string logged) => Assert.Equal(logged, LoggedText.Of(text));

    [Fact]
    public void What_a_client_chose_ends_after_200_characters() => Assert.Equal(200, LoggedText.Of(new string('x', 10_000)).Length);
}
