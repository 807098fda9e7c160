using System.Reflection;
using System.Text.RegularExpressions;

namespace SockJS.Conformance.Docs;

/// <summary>The table in docs/conformance.md says what is tested, no more and no less.</summary>
public sealed partial class ConformanceTableTests
{
    private const string DeliberatelyMissing = "Websocket.test_haproxy";

    private static readonly Dictionary<string, string[]> s_suite = new()
    {
        ["BaseUrlGreeting"] = ["greeting", "notFound"],
        ["IframePage"] = ["simpleUrl", "versionedUrl", "queriedUrl", "invalidUrl", "cacheability"],
        ["InfoTest"] = ["basic", "entropy", "options", "options_null_origin", "disabled_websocket"],
        ["SessionURLs"] = ["anyValue", "invalidPaths", "ignoringServerId"],
        ["Protocol"] = ["simpleSession", "closeSession"],
        ["WebsocketHttpErrors"] = ["httpMethod", "invalidConnectionHeader", "invalidMethod"],
        ["Websocket"] = ["transport", "close", "headersSanity", "empty_frame", "reuseSessionId", "haproxy", "broken_json"],
        ["XhrPolling"] = ["options", "transport", "invalid_session", "invalid_json", "content_types", "request_headers_cors", "sending_empty_frame"],
        ["XhrStreaming"] = ["options", "transport", "response_limit"],
        ["EventSource"] = ["transport", "response_limit"],
        ["HtmlFile"] = ["transport", "no_callback", "invalid_callback", "response_limit"],
        ["JsonPolling"] = ["transport", "no_callback", "invalid_callback", "invalid_json", "content_types", "close", "sending_empty_frame"],
        ["JsessionidCookie"] = ["basic", "xhr", "xhr_streaming", "eventsource", "htmlfile", "jsonp"],
        ["RawWebsocket"] = ["transport", "close"],
        ["JSONEncoding"] = ["xhr_server_encodes", "xhr_server_decodes"],
        ["HandlingClose"] = ["close_frame", "close_request", "abort_xhr_streaming", "abort_xhr_polling"],
        ["Http10"] = ["synchronous", "streaming"],
        ["Http11"] = ["synchronous", "streaming"],
        ["HttpQuirks"] = ["emptyContentLengthForPost"],
    };

    private static readonly string[] s_suiteTests = [.. s_suite.SelectMany(group => group.Value.Select(test => $"{group.Key}.test_{test}")).Order()];

    [Fact]
    public void Every_test_of_the_suite_has_a_counterpart_but_the_one_for_a_dead_draft()
    {
        Assert.Equal(69, s_suiteTests.Length);
        Assert.Equal(s_suiteTests.Except([DeliberatelyMissing]), Tests().SelectMany(SuiteTestsOf).Distinct().Order());
    }

    [Fact]
    public void The_table_names_every_test_once_with_its_tests_of_the_suite()
    {
        var rows = Row().Matches(File.ReadAllText(TablePath())).Select(row => $"{row.Groups["test"].Value}: {row.Groups["suite"].Value}");

        var expected = Tests().Select(test => $"{test.DeclaringType!.Name}.{test.Name}: {string.Join(", ", SuiteTestsOf(test))}");

        Assert.Equal(expected.Order(), rows.Order());
    }

    private static IEnumerable<MethodInfo> Tests()
        => typeof(ConformanceTest).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ConformanceTest)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any());

    private static IEnumerable<string> SuiteTestsOf(MethodInfo test)
        => test.GetCustomAttributes<TraitAttribute>().Where(trait => trait.Name == "Suite").Select(trait => trait.Value);

    private static string TablePath()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "SockJS.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        return Path.Combine(directory.FullName, "docs", "conformance.md");
    }

    [GeneratedRegex(@"^\|.*\| (?<suite>[^|]*?) ?\| `(?<test>\w+\.\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
