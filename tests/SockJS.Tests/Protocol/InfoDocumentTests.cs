using System.Text;
using System.Text.Json;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class InfoDocumentTests
{
    // InfoTest.test_basic, InfoTest.test_disabled_websocket, JsessionidCookie.test_basic
    [Theory]
    [InlineData(true, false, 123u, "{\"websocket\":true,\"origins\":[\"*:*\"],\"cookie_needed\":false,\"entropy\":123}")]
    [InlineData(false, true, 0u, "{\"websocket\":false,\"origins\":[\"*:*\"],\"cookie_needed\":true,\"entropy\":0}")]
    [InlineData(true, true, uint.MaxValue, "{\"websocket\":true,\"origins\":[\"*:*\"],\"cookie_needed\":true,\"entropy\":4294967295}")]
    public void The_fields_come_in_the_order_of_the_reference(bool websocket, bool cookieNeeded, uint entropy, string document) =>
        Assert.Equal(document, Encoding.UTF8.GetString(InfoDocument.Write(websocket, cookieNeeded, entropy, baseUrl: null)));

    [Fact]
    public void The_base_url_is_the_last_field_and_is_escaped()
    {
        const string BaseUrl = "https://a.example/\"é\\";
        const string End = ",\"entropy\":1,\"base_url\":\"https://a.example/\\\"é\\\\\"}";
        var document = InfoDocument.Write(websocket: true, cookieNeeded: false, entropy: 1, BaseUrl);

        Assert.EndsWith(End, Encoding.UTF8.GetString(document), StringComparison.Ordinal);
        Assert.Equal(BaseUrl, JsonDocument.Parse(document).RootElement.GetProperty("base_url").GetString());
    }
}
