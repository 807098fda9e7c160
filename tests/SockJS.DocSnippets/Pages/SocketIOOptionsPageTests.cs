using SockJS.DocSnippets.Markdown;
using SockJS.SocketIO;
using Xunit;

namespace SockJS.DocSnippets.Pages;

public sealed class SocketIOOptionsPageTests
{
    private static readonly string[] s_objects = [nameof(SocketIOOptions.Cookie), nameof(SocketIOOptions.Recovery)];

    private static readonly MarkdownPage s_page = Repository.Page("docs/guide/socketio-options.md");

    // Those that SockJS endpoints have too are on the page on options.
    public static TheoryData<string> OwnOptions => [.. PathsOf(typeof(SocketIOOptions)).Except(PathsOf(typeof(EndpointOptions)))];

    [Theory]
    [MemberData(nameof(OwnOptions))]
    public void An_option_is_listed_with_its_default(string option)
    {
        var value = option.Split('.').Aggregate((object?)new SocketIOOptions(), static (owner, name) => owner!.GetType().GetProperty(name)!.GetValue(owner));
        Assert.Equal(DefaultText.Of(value), Assert.Single(s_page.Rows[option])[1]);
    }

    [Fact]
    public void No_option_is_listed_that_does_not_exist()
        => Assert.Empty(s_page.Rows.Select(static row => row.Key).Except(OwnOptions.Select(static row => row.Data)));

    private static IEnumerable<string> PathsOf(Type type)
        => type.GetProperties().SelectMany(static property => s_objects.Contains(property.Name)
            ? property.PropertyType.GetProperties().Select(inner => $"{property.Name}.{inner.Name}")
            : [property.Name]);
}
