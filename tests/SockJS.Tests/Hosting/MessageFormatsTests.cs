using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Hosting;
using SockJS.Payloads;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed partial class MessageFormatsTests
{
    private readonly ServiceCollection _services = new();
    private readonly SockJSOptions _options = new();

    public MessageFormatsTests()
    {
        _services.AddOptions();
        // As in an application that allows no reflection.
        _services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Clear());
    }

    [Fact]
    public void A_context_without_settings_takes_those_of_the_endpoint()
    {
        Assert.Equal("""{"theText":"ä"}""", Write(Create(PlainJson.Default, keepsOptions: false), new Said("ä")));

        _options.Json.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper;
        Assert.Equal("""{"THE-TEXT":"ä"}""", Write(Create(PlainJson.Default, keepsOptions: false), new Said("ä")));
    }

    [Fact]
    public void A_context_with_settings_keeps_them()
    {
        var format = Create(SnakeJson.Default, keepsOptions: true);

        Assert.Equal("""{"the_text":"hi"}""", Write(format, new Said("hi")));
        Assert.Equal("the_room", format.NameOf("theRoom"));
        Assert.Same(SnakeJson.Default.Options, format.TypeOf<Said>().Options);
    }

    [Fact]
    public void What_the_context_does_not_know_comes_from_the_settings_of_the_endpoint()
    {
        _options.Json.TypeInfoResolverChain.Add(OtherJson.Default);
        var format = Create(SnakeJson.Default, keepsOptions: true);

        Assert.Equal("""{"theNumber":7}""", Write(format, new Other(7)));
        Assert.Equal("7", Write(format, 7));
        Assert.Equal("[null]", Write(Create(PlainJson.Default, keepsOptions: false), JsonDocument.Parse("[null]").RootElement));
    }

    [Fact]
    public void What_the_application_serves_over_HTTP_can_be_sent()
    {
        Assert.Throws<InvalidOperationException>(() => Create().TypeOf<Other>());

        _services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Add(OtherJson.Default));
        Assert.Equal("""{"theNumber":7}""", Write(Create(), new Other(7)));
    }

    [Fact]
    public void Reflection_is_used_where_the_application_allows_it()
    {
        _services.Clear();
        _services.AddOptions();

        Assert.Equal("""{"theNumber":7}""", Write(Create(), new Other(7)));
    }

    [Fact]
    public void The_settings_of_the_application_stay_as_they_are()
    {
        Create(PlainJson.Default, keepsOptions: false);

        Assert.False(_options.Json.IsReadOnly);
        Assert.Empty(_options.Json.TypeInfoResolverChain);
    }

    [Fact]
    public void An_endpoint_without_metadata_for_its_payload_cannot_be_mapped()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            static services =>
            {
                services.AddSockJS();
                services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Clear());
            },
            static app => app.MapSockJS<Endpoint>()));

        Assert.Contains("\"/said\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[JsonSerializable(typeof(Said))]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_for_one_endpoint_is_not_that_of_another()
    {
        Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            static services =>
            {
                services.AddSockJS();
                services.Configure<SockJSOptions>("/other", static options => options.Json.TypeInfoResolverChain.Add(PlainJson.Default));
                services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Clear());
            },
            static app =>
            {
                app.MapSockJS<Endpoint>("/other");
                app.MapSockJS<Endpoint>("/said");
            }));
    }

    private MessageFormat Create(JsonSerializerContext? context = null, bool keepsOptions = false)
        => new MessageFormats(_services.BuildServiceProvider(), _options, "/test").Create(MessageShape.Default, context, keepsOptions, createClient: null);

    private static string Write<T>(MessageFormat format, T value) => JsonSerializer.Serialize(value, format.TypeOf<T>());

    internal sealed record Said(string TheText);

    internal sealed record Other(int TheNumber);

    [JsonSerializable(typeof(Said))]
    private sealed partial class PlainJson : JsonSerializerContext;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Said))]
    private sealed partial class SnakeJson : JsonSerializerContext;

    [JsonSerializable(typeof(Other))]
    private sealed partial class OtherJson : JsonSerializerContext;

    private sealed class Endpoint : ISockJSEndpoint<Endpoint>
    {
        static EndpointDescriptor<Endpoint> ISockJSEndpoint<Endpoint>.Describe()
            => new("/said", static (_, _) => new Endpoint(), static routes => routes.On<Said>(null, static (_, _, _, _) => default));
    }
}
