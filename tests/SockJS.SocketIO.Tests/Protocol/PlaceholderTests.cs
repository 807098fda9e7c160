using System.Text;
using System.Text.Json;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Tests.Protocol;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")]
    [InlineData("[\"a\",{\"b\":[{\"_placeholder\":true,\"num\":1}]}]")]
    [InlineData("[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("[\"a\",{\"_placeholder\":false,\"num\":7}]")]
    [InlineData("[\"a\",{\"_placeholder\":\"true\",\"num\":7}]")]
    [InlineData("[\"a\",{\"num\":7}]")]
    public void Placeholders_for_attachments_that_there_are_are_valid(string json)
        => Assert.True(Placeholder.AreValid(Encoding.UTF8.GetBytes(json), attachments: 2));

    [Theory]
    [InlineData("{\"_placeholder\":true,\"num\":2}")]
    [InlineData("{\"_placeholder\":true,\"num\":-1}")]
    [InlineData("{\"_placeholder\":true,\"num\":0.5}")]
    [InlineData("{\"_placeholder\":true,\"num\":\"0\"}")]
    [InlineData("{\"_placeholder\":true,\"num\":\"splice\"}")]
    [InlineData("{\"_placeholder\":true,\"num\":99999999999}")]
    [InlineData("{\"_placeholder\":true,\"num\":{}}")]
    [InlineData("{\"_placeholder\":true,\"num\":null}")]
    [InlineData("{\"_placeholder\":true}")]
    [InlineData("{\"_placeholder\":true,\"num\":0,\"more\":1}")]
    public void Any_other_is_not_however_deep_it_is(string placeholder)
    {
        Assert.False(Placeholder.AreValid(Encoding.UTF8.GetBytes($"[\"a\",{placeholder}]"), attachments: 2));
        Assert.False(Placeholder.AreValid(Encoding.UTF8.GetBytes($"[\"a\",[{{\"b\":[1,{placeholder}]}}]]"), attachments: 2));
    }

    [Fact]
    public void A_placeholder_is_written_as_the_official_clients_write_it()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            Placeholder.Write(json, 3);

        Assert.Equal("{\"_placeholder\":true,\"num\":3}", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
