using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace SockJS.ClientTests.Samples;

public sealed class ChatSignInTests : IAsyncDisposable
{
    private readonly ChatServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("  Ada  ", "Ada")]
    [InlineData(" \t ", "Guest")]
    [InlineData("A\u0007B", "AB")]
    [InlineData("\u202EadA", "adA")]
    [InlineData("1234567890123456789012345", "123456789012345678901234")]
    [InlineData("12345678901234567890123\U0001F600", "12345678901234567890123")]
    public async Task A_name_is_trimmed_to_what_can_be_shown(string wanted, string given)
        => Assert.Equal(given, (await ChatClient.SignInAsync(_server.Address, wanted, new())).Name);

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        using var http = new HttpClient();

        using var answer = await http.PostAsJsonAsync(new Uri(_server.Address, "/sign-in"), new { name = "Ada" });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; samesite=strict; httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=Ada", "application/x-www-form-urlencoded")]
    [InlineData("""{"name":"Ada"}""", "text/plain")]
    public async Task What_the_form_of_another_site_can_send_signs_nobody_in(string body, string type)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var answer = await http.PostAsync(new Uri(_server.Address, "/sign-in"), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_name_without_end_is_not_read()
    {
        using var http = new HttpClient();

        using var answer = await http.PostAsJsonAsync(new Uri(_server.Address, "/sign-in"), new { name = new string('x', 5000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/chat/info")]
    [InlineData("POST", "/chat/000/session/xhr")]
    [InlineData("GET", "/chat/websocket")]
    [InlineData("GET", "/ticker/info")]
    [InlineData("POST", "/ticker/000/session/xhr")]
    [InlineData("POST", "/sign-out")]
    public async Task Who_has_not_signed_in_gets_nowhere(string method, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(method), new Uri(_server.Address, path));

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
