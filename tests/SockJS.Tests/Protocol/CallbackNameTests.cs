using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class CallbackNameTests
{
    [Theory]
    [InlineData("callback")]
    [InlineData("_jp.a123456")]
    [InlineData("A-Z_09.")]
    public void Letters_digits_dot_dash_and_underscore_are_allowed(string value) => Assert.True(IsValidEitherWay(value));

    // HtmlFile.test_invalid_callback, JsonPolling.test_invalid_callback
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*")]
    [InlineData("abc(")]
    [InlineData("abc%28")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("é")]
    [InlineData("\uFF41")]
    [InlineData("<script>")]
    public void Nothing_else_is_allowed(string value) => Assert.False(IsValidEitherWay(value));

    [Fact]
    public void Only_a_limited_name_ends_at_32_characters()
    {
        Assert.True(CallbackName.IsValid(new string('a', 32), limitLength: true));
        Assert.False(CallbackName.IsValid(new string('a', 33), limitLength: true));
        Assert.True(CallbackName.IsValid(new string('a', 33), limitLength: false));
    }

    private static bool IsValidEitherWay(string value)
    {
        var limited = CallbackName.IsValid(value, limitLength: true);
        Assert.Equal(limited, CallbackName.IsValid(value, limitLength: false));
        return limited;
    }
}
