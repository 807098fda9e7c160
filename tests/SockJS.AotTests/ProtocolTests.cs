using System.Xml.Linq;
using SockJS.AotTests.Publishing;
using SockJS.PackageTests;

namespace SockJS.AotTests;

/// <summary>What a published program does on the wire.</summary>
public sealed class ProtocolTests(PublishedPrograms programs)
{
    // Of the 69 of the suite one has no counterpart, and those of two (content types of xhr_send and jsonp_send) need a server of their own.
    private const int SuiteTests = 66;

    public static TheoryData<string> Frameworks => PublishedPrograms.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task It_passes_the_conformance_tests(string framework)
    {
        var results = Path.GetTempFileName();
        await using var program = await programs.Find(PublishedPrograms.Protocol, framework).StartAsync();

        var run = await DotNet.RunAsync(
            Path.GetDirectoryName(ConformanceTests)!,
            new Dictionary<string, string> { ["SOCKJS_CONFORMANCE_URL"] = program.Address.AbsoluteUri },
            ConformanceTests, "-noLogo", "-noColor", "-trait-", "Server=Own", "-xml", results);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(SuiteTests, SuiteTestsIn(results));
        File.Delete(results);
    }

    // It lies beside this one, built in the same configuration.
    private static string ConformanceTests
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(here.Parent!.Parent!.FullName, "SockJS.Conformance", here.Name, "SockJS.Conformance.dll");
        }
    }

    private static int SuiteTestsIn(string results)
        => XDocument.Load(results).Descendants("test")
            .Where(static test => (string?)test.Attribute("result") == "Pass")
            .Descendants("trait")
            .Where(static trait => (string?)trait.Attribute("name") == "Suite")
            .Select(static trait => (string?)trait.Attribute("value"))
            .Distinct()
            .Count();
}
