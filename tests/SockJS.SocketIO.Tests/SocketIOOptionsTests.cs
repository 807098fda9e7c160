using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests;

public sealed class SocketIOOptionsTests
{
    private static readonly IReadOnlyList<string> s_inherited = SettingValues.PathsOf(typeof(EngineIOOptions));

    public static TheoryData<string, object?> Defaults => new()
    {
        { "ConnectTimeout", TimeSpan.FromSeconds(45) },
        { "MaxNamespacesPerConnection", 100 },
        { "MaxChildNamespaces", 1_000 },
        { "Parser", SocketIOParser.Json },
        { "MaxAttachments", 10 },
        { "MaxJsonDepth", 64 },
        { "MaxConcurrentEvents", 1 },
        { "AckTimeout", TimeSpan.FromSeconds(30) },
        { "MaxPendingAcks", 1_000 },
        { "CloseOnInvalidEvents", false },
        { "Recovery.Enabled", false },
        { "Recovery.MaxDisconnection", TimeSpan.FromMinutes(2) },
        { "Recovery.SkipMiddleware", true },
        { "Recovery.MaxSockets", 10_000 },
        { "Recovery.MaxEventsPerSocket", 1_000 },
        { "Recovery.MaxEventsPerNamespace", 10_000 },
        { "Recovery.MaxBytesPerNamespace", 8_388_608 },
        { "Recovery.MaxBytes", 67_108_864 },
    };

    public static TheoryData<string> Settings => [.. SettingValues.PathsOf(typeof(SocketIOOptions))];

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Defaults_are_what_the_documentation_says(string setting, object? value) => Assert.Equal(value, SettingValues.Get(new SocketIOOptions(), setting));

    [Fact]
    public void No_default_is_left_out_above()
        => Assert.Equal(Settings.Select(static row => row.Data).Except(s_inherited), Defaults.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_copy_has_every_setting(string setting)
    {
        var options = new SocketIOOptions();
        SettingValues.Change(options, setting);
        var copy = (SocketIOOptions)options.Copy();

        Assert.Equal(SettingValues.Get(options, setting), SettingValues.Get(copy, setting));
        Assert.NotEqual(SettingValues.Get(new SocketIOOptions(), setting), SettingValues.Get(copy, setting));
    }

    [Fact]
    public void A_copy_has_JSON_and_recovery_settings_of_its_own()
    {
        var options = new SocketIOOptions { Json = { MaxDepth = 7 } };
        var copy = (SocketIOOptions)options.Copy();
        copy.Json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        copy.Recovery.Enabled = true;

        Assert.Equal(7, copy.Json.MaxDepth);
        Assert.Empty(options.Json.TypeInfoResolverChain);
        Assert.False(options.Recovery.Enabled);
    }

    [Fact]
    public void Arguments_are_JSON_of_the_web_with_letters_of_all_languages()
    {
        var json = new SocketIOOptions().Json;
        json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());

        Assert.Equal("""{"name":"привет, 世界"}""", JsonSerializer.Serialize(new { Name = "привет, 世界" }, json));
        Assert.Throws<ArgumentNullException>(static () => new SocketIOOptions { Json = null! });
    }

    [Fact]
    public void A_file_can_have_every_setting_that_is_a_value()
        => Assert.Equal(
            SettingValues.PathsOf(typeof(SocketIOOptions)).Except([nameof(SocketIOOptions.OnHandshake), nameof(SocketIOOptions.OnRequest)]),
            SettingValues.PathsOf(typeof(ConfigurableSocketIOOptions)));

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_of_a_file_is_that_of_the_same_name(string setting)
    {
        if (setting is nameof(SocketIOOptions.OnHandshake) or nameof(SocketIOOptions.OnRequest))
            return;
        var options = new SocketIOOptions();
        var file = new ConfigurableSocketIOOptions(options);
        SettingValues.Change(file, setting);

        Assert.Equal(SettingValues.Get(file, setting), SettingValues.Get(options, setting));
        Assert.NotEqual(SettingValues.Get(new SocketIOOptions(), setting), SettingValues.Get(options, setting));
    }
}
