using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class GreetingTests
{
    // BaseUrlGreeting.test_greeting
    [Fact]
    public void The_greeting_is_one_line_of_plain_text()
    {
        Assert.Equal("Welcome to SockJS!\n"u8.ToArray(), Greeting.Body.ToArray());
        Assert.Equal("text/plain; charset=UTF-8", Greeting.ContentType);
    }
}
