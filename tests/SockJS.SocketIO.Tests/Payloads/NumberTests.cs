using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Payloads;

public sealed partial class NumberTests
{
    [Fact]
    public async Task What_is_no_number_is_emitted_as_null_and_zero_without_its_sign()
    {
        SocketIOSocket? joined = null;
        var client = new SocketWorld(ns => ns.OnConnect(socket =>
        {
            joined = socket;
            return default;
        })).Connect();
        await client.JoinAsync();

        await joined!.EmitAsync("numbers", double.NaN, -0.0, float.NegativeInfinity, 1.5f);
        await joined.EmitAsync("array", new[] { 1.5, double.PositiveInfinity, -0.0, 1e-7 });

        Assert.Equal("""2["numbers",null,0,null,1.5]""", await client.NextAsync());
        Assert.Equal("""2["array",[1.5,null,0,1E-07]]""", await client.NextAsync());
    }

    [Fact]
    public void Members_are_written_so_too()
        => Assert.Equal("""{"a":null,"b":0,"c":null}""", Write(new ArgumentFormats(new SocketIOOptions().Json)));

    [Fact]
    public void Settings_of_the_application_for_how_numbers_are_written_are_kept()
    {
        var options = new SocketIOOptions().Json;
        options.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;

        Assert.Equal("""{"a":"NaN","b":-0,"c":"-Infinity"}""", Write(new ArgumentFormats(options)));
    }

    [Theory]
    [InlineData("""{"a":1.5,"b":"-2.5e1","c":"3"}""")]
    [InlineData("""{"a":"1.5","b":-25,"c":3}""")]
    public void A_string_that_is_a_number_is_read(string json)
        => Assert.Equal(new Numbers(1.5, -25, 3), Read(json, new SocketIOOptions().Json));

    [Theory]
    [InlineData("""{"a":"NaN"}""")]
    [InlineData("""{"a":"1e999"}""")]
    [InlineData("""{"a":""}""")]
    [InlineData("""{"a":" 1"}""")]
    [InlineData("""{"c":"Infinity"}""")]
    [InlineData("""{"a":null}""")]
    public void Any_other_string_is_not(string json)
        => Assert.Throws<JsonException>(() => Read(json, new SocketIOOptions().Json));

    [Fact]
    public void No_string_is_a_number_where_the_application_says_so()
    {
        var options = new SocketIOOptions().Json;
        options.NumberHandling = JsonNumberHandling.Strict;

        Assert.Throws<JsonException>(() => Read("""{"a":"1.5"}""", options));
    }

    private static string Write(ArgumentFormats formats)
        => JsonSerializer.Serialize(new Numbers(double.NaN, -0.0, float.NegativeInfinity), formats.Create("/", NumbersJson.Default).TypeOf<Numbers>());

    private static Numbers? Read(string json, JsonSerializerOptions options)
        => JsonSerializer.Deserialize(json, new ArgumentFormats(options).Create("/", NumbersJson.Default).TypeOf<Numbers>());

    internal sealed record Numbers(double A, double B, float C);

    [JsonSerializable(typeof(Numbers))]
    private sealed partial class NumbersJson : JsonSerializerContext;
}
