using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SockJS.DocSnippets.Markdown;
using Xunit;

namespace SockJS.DocSnippets.Pages;

public sealed class OptionsPageTests
{
    private static readonly MarkdownPage s_page = Repository.Page("docs/guide/options.md");

    public static TheoryData<string> AllOptions => [.. typeof(SockJSOptions).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void An_option_is_listed_with_its_default(string option)
    {
        var value = typeof(SockJSOptions).GetProperty(option)!.GetValue(new SockJSOptions());
        Assert.Equal(value is int code && option.EndsWith("Code", StringComparison.Ordinal) ? $"{code}" : DefaultText.Of(value), Assert.Single(s_page.Rows[option])[1]);
    }

    [Fact]
    public void No_option_is_listed_that_does_not_exist()
        => Assert.Empty(s_page.Rows.Select(row => row.Key).Except(AllOptions.Select(row => row.Data)));

    [Fact]
    public void The_configuration_example_is_read_as_it_stands()
    {
        var json = Assert.Single(s_page.Blocks, block => block.Language == "json").Code;
        var section = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("SockJS");
        using var services = new ServiceCollection().AddSockJS(section).Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptionsMonitor<SockJSOptions>>();

        CheckValues(section, options.CurrentValue);
        var endpoint = Assert.Single(section.GetSection("Endpoints").GetChildren());
        CheckValues(endpoint, options.Get(endpoint.Key));
    }

    private static void CheckValues(IConfigurationSection section, SockJSOptions options)
    {
        foreach (var setting in section.GetChildren().Where(setting => setting.Key != "Endpoints"))
        {
            var property = typeof(SockJSOptions).GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance);
            Assert.NotNull(property);
            var value = property.GetValue(options);
            if (value is IList<string> list)
                Assert.Superset(setting.GetChildren().Select(item => item.Value!).ToHashSet(), list.ToHashSet());
            else
                Assert.Equal(setting.Value, Convert.ToString(value, CultureInfo.InvariantCulture), ignoreCase: true);
        }
    }
}
