using System.Reflection;
using Xunit;

namespace SockJS.Tests;

public sealed class SockJSOptionsTests
{
    private static readonly PropertyInfo[] s_properties = typeof(SockJSOptions).GetProperties();

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
        { nameof(SockJSOptions.MaxMessageSize), 131_072 },
        { nameof(SockJSOptions.SendBufferBytes), 1_048_576 },
        { nameof(SockJSOptions.SendBufferMessages), 10_000 },
        { nameof(SockJSOptions.ReceiveBufferBytes), 262_144 },
        { nameof(SockJSOptions.ReceiveBufferMessages), 1_000 },
        { nameof(SockJSOptions.SlowClientPolicy), SlowClientPolicy.Close },
        { nameof(SockJSOptions.AllowedOrigins), Array.Empty<string>() },
        { nameof(SockJSOptions.AllowAnyOrigin), false },
        { nameof(SockJSOptions.CookieMode), SockJSCookieMode.None },
        { nameof(SockJSOptions.CookieValue), null },
        { nameof(SockJSOptions.BaseUrl), null },
        { nameof(SockJSOptions.BaseUrlProvider), null },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Defaults_are_what_the_documentation_says(string property, object? value)
        => Assert.Equal(value, typeof(SockJSOptions).GetProperty(property)!.GetValue(new SockJSOptions()));

    [Fact]
    public void No_default_is_left_out_above()
        => Assert.Equal(s_properties.Select(static property => property.Name), Defaults.Select(static row => row.Data.Item1));

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
        bool flag => !flag,
        TimeSpan span => span + TimeSpan.FromSeconds(1),
        Enum => Enum.ToObject(type, Convert.ToInt32(value, null) ^ 1),
        IList<string> => new List<string> { "https://example.com" },
        _ when type == typeof(string) => "/changed",
        _ => typeof(SockJSOptionsTests).GetMethod(nameof(Anything), BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate(type),
    };

    private static string Anything(Microsoft.AspNetCore.Http.HttpContext http) => http.TraceIdentifier;
}
