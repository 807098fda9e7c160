using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class OriginLogTests
{
    [Fact]
    public async Task Pages_of_a_wrong_origin_do_not_fill_the_log()
    {
        await using var app = await TestApp.StartInMemoryAsync(
            static services => services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Debug)).AddSockJS(),
            static app => app.MapSockJS("/x", static _ => Task.CompletedTask));
        using var client = ((TestServer)app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()).CreateClient();
        for (var i = 0; i < 150; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/x/info", UriKind.Relative));
            request.Headers.Add("Origin", "https://evil.example");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(100, app.Log.Entries.Count(static entry => entry.Event.Name == "OriginRefused"));
        Assert.Equal(50, app.Log.Entries.Count(static entry => entry.Event.Name == "FurtherOriginRefused"));
    }
}
