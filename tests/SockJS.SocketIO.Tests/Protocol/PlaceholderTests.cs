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
    [InlineData("[\"a\",{\"num\":1,\"_placeholder\":true}]")]
    [InlineData("[\"a\",{\"num\":7,\"b\":{\"_placeholder\":true,\"num\":0},\"_placeholder\":1}]")]
    public void Placeholders_for_attachments_that_there_are_are_valid(string json)
        => Assert.True(Placeholder.AreValid(Encoding.UTF8.GetBytes(json), attachments: 2, max: 10));

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
    [InlineData("{\"num\":2,\"_placeholder\":true}")]
    [InlineData("{\"more\":1,\"num\":2,\"_placeholder\":true}")]
    [InlineData("{\"more\":{\"num\":0},\"_placeholder\":true}")]
    [InlineData("{\"num\":0,\"num\":2,\"_placeholder\":true}")]
    [InlineData("{\"num\":2,\"\\u005fplaceholder\":true}")]
    [InlineData("{\"_placeholder\":{},\"_placeholder\":true}")]
    [InlineData("{\"_place\\ud800\":true}")]
    public void Any_other_is_not_however_deep_it_is(string placeholder)
    {
        Assert.False(Placeholder.AreValid(Encoding.UTF8.GetBytes($"[\"a\",{placeholder}]"), attachments: 2, max: 10));
        Assert.False(Placeholder.AreValid(Encoding.UTF8.GetBytes($"[\"a\",[{{\"b\":[1,{placeholder}]}}]]"), attachments: 2, max: 10));
    }

    [Fact]
    public void There_are_no_more_than_allowed_though_they_stand_for_the_same()
    {
        var json = Encoding.UTF8.GetBytes("[\"a\",[{\"_placeholder\":true,\"num\":0}],{\"b\":{\"_placeholder\":true,\"num\":0}},{\"_placeholder\":true,\"num\":0}]");

        Assert.True(Placeholder.AreValid(json, attachments: 1, max: 3));
        Assert.False(Placeholder.AreValid(json, attachments: 1, max: 2));
    }

    [Fact]
    public void One_is_found_however_deep_it_is()
    {
        const int Depth = 1_000;
        var (before, after) = (string.Concat(Enumerable.Repeat("{\"a\":", Depth)), new string('}', Depth));

        Assert.True(Placeholder.AreValid(Encoding.UTF8.GetBytes(before + "{\"_placeholder\":true,\"num\":0}" + after), attachments: 1, max: 10));
        Assert.False(Placeholder.AreValid(Encoding.UTF8.GetBytes(before + "{\"_placeholder\":true,\"num\":1}" + after), attachments: 1, max: 10));
    }

    [Theory]
    [InlineData("{\"_placeholder\":{\"_placeholder\":true,\"num\":0}}")]
    [InlineData("{\"_placeholder\":[true],\"num\":0}")]
    public void What_only_contains_one_is_none(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.False(Placeholder.TryRead(ref reader, out _));
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
