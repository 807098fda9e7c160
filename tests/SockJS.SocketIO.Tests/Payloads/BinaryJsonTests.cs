using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Tests.Payloads;

public sealed partial class BinaryJsonTests
{
    // As an application's own context is used: with the library's converters added to its settings.
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = UploadJson.Default,
        Converters = { new ByteArrayConverter(), new ReadOnlyMemoryConverter() },
    };

    [Fact]
    public void Binary_values_inside_records_become_attachments_and_come_back()
    {
        var attachments = new List<ReadOnlyMemory<byte>>();
        string json;
        using (AttachmentScope.Writing(attachments))
            json = JsonSerializer.Serialize(new Upload("photo", [1, 2], new byte[] { 3 }), s_options);

        Assert.Equal("""{"name":"photo","data":{"_placeholder":true,"num":0},"preview":{"_placeholder":true,"num":1}}""", json);
        Assert.Equal([[1, 2], [3]], attachments.Select(static attachment => attachment.ToArray()));

        using (AttachmentScope.Reading(attachments))
        {
            var read = JsonSerializer.Deserialize<Upload>(json, s_options)!;
            Assert.Equal("photo", read.Name);
            Assert.Equal([1, 2], read.Data);
            Assert.Equal([3], read.Preview.ToArray());
        }
    }

    [Fact]
    public void Outside_of_a_packet_binary_values_are_base64()
    {
        var json = JsonSerializer.Serialize(new Upload("photo", [1, 2], new byte[] { 3 }), s_options);

        Assert.Equal("""{"name":"photo","data":"AQI=","preview":"Aw=="}""", json);
        Assert.Equal([1, 2], JsonSerializer.Deserialize<Upload>(json, s_options)!.Data);
    }

    [Theory]
    [InlineData("""{"data":{"_placeholder":true,"num":1}}""")]
    [InlineData("""{"data":{"_placeholder":true,"num":-1}}""")]
    [InlineData("""{"data":{"_placeholder":false,"num":0}}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":1}""")]
    [InlineData("""{"data":"not base64!"}""")]
    public void What_is_no_binary_value_is_refused(string json)
    {
        using (AttachmentScope.Reading([new byte[] { 1 }]))
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Upload>(json, s_options));
    }

    [Fact]
    public void A_placeholder_means_nothing_in_a_packet_without_attachments()
    {
        using (AttachmentScope.Reading(attachments: null))
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Upload>("""{"data":{"_placeholder":true,"num":0}}""", s_options));
    }

    [Fact]
    public void An_array_is_a_copy_of_its_attachment()
    {
        byte[] attachment = [1];
        using (AttachmentScope.Reading([attachment]))
            JsonSerializer.Deserialize<Upload>("""{"data":{"_placeholder":true,"num":0}}""", s_options)!.Data[0] = 2;

        Assert.Equal(1, attachment[0]);
    }

    internal sealed record Upload(string Name, byte[] Data, ReadOnlyMemory<byte> Preview);

    [JsonSerializable(typeof(Upload))]
    private sealed partial class UploadJson : JsonSerializerContext;
}
