using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.RateLimiting;
using SockJS.Hosting;
using Xunit;

namespace SockJS.Tests;

public sealed class SockJSOptionsTests
{
    // The settings for JSON are an object of their own, with tests of their own.
    private static readonly PropertyInfo[] s_properties =
        [.. typeof(SockJSOptions).GetProperties().Where(static property => property.Name != nameof(SockJSOptions.Json))];

    public static TheoryData<string, object?> Defaults => new()
    {
        { nameof(SockJSOptions.Transports), SockJSTransports.Modern },
        { nameof(SockJSOptions.ClientLibraryUrl), null },
        { nameof(SockJSOptions.HeartbeatInterval), TimeSpan.FromSeconds(25) },
        { nameof(SockJSOptions.PongTimeout), TimeSpan.FromSeconds(20) },
        { nameof(SockJSOptions.DisconnectDelay), TimeSpan.FromSeconds(5) },
        { nameof(SockJSOptions.SendTimeout), TimeSpan.FromSeconds(20) },
        { nameof(SockJSOptions.ResponseLimit), 131_072 },
        { nameof(SockJSOptions.MaxSessions), 10_000 },
        { nameof(SockJSOptions.MaxSessionsPerUser), null },
        { nameof(SockJSOptions.MaxSessionsPerAddress), null },
        { nameof(SockJSOptions.MaxMessageSize), 131_072 },
        { nameof(SockJSOptions.SendBufferBytes), 1_048_576 },
        { nameof(SockJSOptions.SendBufferMessages), 10_000 },
        { nameof(SockJSOptions.ReceiveBufferBytes), 262_144 },
        { nameof(SockJSOptions.ReceiveBufferMessages), 1_000 },
        { nameof(SockJSOptions.MaxBufferedBytes), 1_073_741_824L },
        { nameof(SockJSOptions.MessagesPerSecond), null },
        { nameof(SockJSOptions.MessageBurst), null },
        { nameof(SockJSOptions.MessageLimiter), null },
        { nameof(SockJSOptions.MessageLimitPolicy), MessageLimitPolicy.Close },
        { nameof(SockJSOptions.MaxGroupsPerConnection), 100 },
        { nameof(SockJSOptions.MaxChannelsPerConnection), 100 },
        { nameof(SockJSOptions.SlowClientPolicy), SlowClientPolicy.Close },
        { nameof(SockJSOptions.SlowClientTimeout), TimeSpan.FromSeconds(5) },
        { nameof(SockJSOptions.AllowedOrigins), Array.Empty<string>() },
        { nameof(SockJSOptions.AllowAnyOrigin), false },
        { nameof(SockJSOptions.CookieMode), SockJSCookieMode.None },
        { nameof(SockJSOptions.CookieValue), null },
        { nameof(SockJSOptions.BaseUrl), null },
        { nameof(SockJSOptions.BaseUrlProvider), null },
        { nameof(SockJSOptions.SessionBinding), SockJSSessionBinding.User },
        { nameof(SockJSOptions.SessionSecret), null },
        { nameof(SockJSOptions.CloseOnAuthenticationExpiration), false },
        { nameof(SockJSOptions.InvalidMessages), SockJSErrorPolicy.Ignore },
        { nameof(SockJSOptions.HandlerErrors), SockJSErrorPolicy.Close },
        { nameof(SockJSOptions.DetailedErrors), false },
        { nameof(SockJSOptions.MaxStreams), 10 },
        { nameof(SockJSOptions.ShutdownCode), 3001 },
        { nameof(SockJSOptions.ShutdownReason), "Server is shutting down" },
        { nameof(SockJSOptions.DrainWindow), TimeSpan.Zero },
        { nameof(SockJSOptions.SessionManager), null },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Defaults_are_what_the_documentation_says(string property, object? value)
        => Assert.Equal(value, typeof(SockJSOptions).GetProperty(property)!.GetValue(new SockJSOptions()));

    [Fact]
    public void No_default_is_left_out_above()
        => Assert.Equal(s_properties.Select(static property => property.Name).Order(), Defaults.Select(static row => row.Data.Item1).Order());

    [Fact]
    public void A_copy_has_every_setting()
    {
        var source = new SockJSOptions();
        foreach (var property in s_properties)
            property.SetValue(source, Changed(property.GetValue(source), property.PropertyType));
        var copy = new SockJSOptions();
        source.CopyTo(copy);

        Assert.All(s_properties, property => Assert.Equal(property.GetValue(source), property.GetValue(copy)));
        Assert.All(s_properties, property => Assert.NotEqual(property.GetValue(new SockJSOptions()), property.GetValue(copy)));
    }

    [Fact]
    public void Payloads_are_JSON_of_the_web_with_letters_of_all_languages()
    {
        var json = new SockJSOptions().Json;

        Assert.Equal(JsonNamingPolicy.CamelCase, json.PropertyNamingPolicy);
        Assert.True(json.PropertyNameCaseInsensitive);
        Assert.Equal("\"привет, 世界 <&>\"", JsonSerializer.Serialize("привет, 世界 <&>", json));
        Assert.Throws<ArgumentNullException>(static () => new SockJSOptions { Json = null! });
    }

    [Fact]
    public void A_copy_has_JSON_settings_of_its_own()
    {
        var (source, copy) = (new SockJSOptions(), new SockJSOptions());
        source.Json.MaxDepth = 7;
        source.Json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        source.CopyTo(copy);
        copy.Json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());

        Assert.Equal((7, 2), (copy.Json.MaxDepth, copy.Json.TypeInfoResolverChain.Count));
        Assert.Single(source.Json.TypeInfoResolverChain);
    }

    [Fact]
    public void A_file_can_have_every_setting_that_is_a_value()
    {
        var settings = typeof(ConfigurableOptions).GetProperties().Select(static property => (property.Name, property.PropertyType));

        Assert.Equal(
            s_properties.Where(static property => !property.PropertyType.IsAssignableTo(typeof(Delegate)) && property.Name != nameof(SockJSOptions.MessageLimiter))
                .Select(static property => (property.Name, property.PropertyType))
                .OrderBy(static setting => setting.Name),
            settings.OrderBy(static setting => setting.Name));
    }

    [Fact]
    public void A_setting_of_a_file_is_that_of_the_same_name()
    {
        var source = new SockJSOptions();
        var settings = new ConfigurableOptions(source);
        foreach (var property in typeof(ConfigurableOptions).GetProperties())
        {
            var option = typeof(SockJSOptions).GetProperty(property.Name)!;
            if (property.SetMethod is null)
            {
                Assert.Same(option.GetValue(source), property.GetValue(settings));
                continue;
            }

            property.SetValue(settings, Changed(property.GetValue(settings), property.PropertyType));
            Assert.Equal(option.GetValue(source), property.GetValue(settings));
            Assert.NotEqual(option.GetValue(new SockJSOptions()), option.GetValue(source));
        }
    }

    [Fact]
    public void A_copy_has_a_list_of_its_own()
    {
        var (source, copy) = (new SockJSOptions(), new SockJSOptions());
        source.CopyTo(copy);
        copy.AllowedOrigins.Add("https://example.com");

        Assert.Empty(source.AllowedOrigins);
    }

    private static object Changed(object? value, Type type) => value switch
    {
        int number => number + 1,
        long number => number + 1,
        bool flag => !flag,
        TimeSpan span => span + TimeSpan.FromSeconds(1),
        Enum => Enum.ToObject(type, Convert.ToInt32(value, null) ^ 1),
        IList<string> => new List<string> { "https://example.com" },
        _ when type == typeof(int?) => 1,
        _ when type == typeof(string) => "/changed",
        _ when type == typeof(Func<IServiceProvider, SockJSSessionManager>) => static SockJSSessionManager (IServiceProvider _) => new SockJSSessionManager(),
        _ when type == typeof(PartitionedRateLimiter<SockJSConnection>)
            => PartitionedRateLimiter.Create<SockJSConnection, int>(static _ => RateLimitPartition.GetNoLimiter(0)),
        _ => typeof(SockJSOptionsTests).GetMethod(nameof(Anything), BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate(type),
    };

    private static string Anything(Microsoft.AspNetCore.Http.HttpContext http) => http.TraceIdentifier;
}
