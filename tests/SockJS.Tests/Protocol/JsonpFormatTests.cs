using System.Text.Json;
using FsCheck.Fluent;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class JsonpFormatTests
{
    private readonly JsonpFormat _format = new("_jp.a123456");

    // JsonPolling.test_transport, JsonPolling.test_close
    [Theory]
    [InlineData("o", "/**/_jp.a123456(\"o\");\r\n")]
    [InlineData("a[\"x\"]", "/**/_jp.a123456(\"a[\\\"x\\\"]\");\r\n")]
    [InlineData("c[3000,\"Go away!\"]", "/**/_jp.a123456(\"c[3000,\\\"Go away!\\\"]\");\r\n")]
    [InlineData("a[\"\\u2028<é\"]", "/**/_jp.a123456(\"a[\\\"\\\\u2028<é\\\"]\");\r\n")]
    public void A_frame_is_a_call(string frame, string body) => Assert.Equal(body, Written.Text(_format, frame));

    [Fact]
    public void The_response_begins_with_the_call() => Assert.True(_format.Prelude.IsEmpty);

    [Fact]
    public void The_content_type_is_that_of_a_script() => Assert.Equal("application/javascript; charset=UTF-8", _format.ContentType);

    [Fact]
    public void The_script_hands_over_every_frame_as_it_is() => Generators.Holds(
        Generators.Text.Generator.Select(NaiveJson.Quote).ToArbitrary(),
        frame => JsonSerializer.Deserialize<string>(Written.Text(_format, frame)["/**/_jp.a123456(".Length..^");\r\n".Length]) == frame);
}
