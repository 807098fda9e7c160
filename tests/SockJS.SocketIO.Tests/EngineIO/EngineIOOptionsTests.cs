using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.EngineIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.EngineIO;

public sealed class EngineIOOptionsTests
{
    private static readonly IReadOnlyList<string> s_inherited = SettingValues.PathsOf(typeof(EndpointOptions));

    public static TheoryData<string, object?> Defaults => new()
    {
        { "Transports", EngineIOTransports.All },
        { "AllowUpgrades", true },
        { "PingInterval", TimeSpan.FromSeconds(25) },
        { "PingTimeout", TimeSpan.FromSeconds(20) },
        { "UpgradeTimeout", TimeSpan.FromSeconds(10) },
        { "CloseLinger", TimeSpan.FromSeconds(30) },
        { "MaxPayload", 1_000_000 },
        { "MaxPacketsPerPoll", 16 },
        { "Cookie.Enabled", false },
        { "Cookie.Name", "io" },
        { "Cookie.Path", "/" },
        { "Cookie.Domain", null },
        { "Cookie.HttpOnly", true },
        { "Cookie.SameSite", SameSiteMode.Lax },
        { "Cookie.SecurePolicy", CookieSecurePolicy.SameAsRequest },
        { "OnHandshake", null },
        { "OnRequest", null },
    };

    public static TheoryData<string> Settings => [.. SettingValues.PathsOf(typeof(EngineIOOptions))];

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Defaults_are_those_of_the_protocol(string setting, object? value) => Assert.Equal(value, SettingValues.Get(new EngineIOOptions(), setting));

    [Fact]
    public void No_default_is_left_out_above()
        => Assert.Equal(Settings.Select(static row => row.Data).Except(s_inherited), Defaults.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_copy_has_every_setting(string setting)
    {
        var options = new EngineIOOptions();
        SettingValues.Change(options, setting);
        var copy = (EngineIOOptions)options.Copy();

        Assert.Equal(SettingValues.Get(options, setting), SettingValues.Get(copy, setting));
        Assert.NotEqual(SettingValues.Get(new EngineIOOptions(), setting), SettingValues.Get(copy, setting));
    }

    [Fact]
    public void A_copy_has_lists_and_a_cookie_of_its_own()
    {
        var options = new EngineIOOptions();
        var copy = (EngineIOOptions)options.Copy();
        copy.AllowedOrigins.Add("https://example.com");
        copy.Cookie.Enabled = true;

        Assert.Empty(options.AllowedOrigins);
        Assert.False(options.Cookie.Enabled);
    }

    [Fact]
    public void A_file_can_have_every_setting_that_is_a_value()
        => Assert.Equal(
            SettingValues.PathsOf(typeof(EngineIOOptions)).Except([nameof(EngineIOOptions.OnHandshake), nameof(EngineIOOptions.OnRequest)]),
            SettingValues.PathsOf(typeof(ConfigurableEngineIOOptions)));

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_of_a_file_is_that_of_the_same_name(string setting)
    {
        if (setting is nameof(EngineIOOptions.OnHandshake) or nameof(EngineIOOptions.OnRequest))
            return;
        var options = new EngineIOOptions();
        var file = new ConfigurableEngineIOOptions(options);
        SettingValues.Change(file, setting);

        Assert.Equal(SettingValues.Get(file, setting), SettingValues.Get(options, setting));
        Assert.NotEqual(SettingValues.Get(new EngineIOOptions(), setting), SettingValues.Get(options, setting));
    }
}
