namespace SockJS.PackageTests;

public sealed class ConsumerTests(PackedLibrary library)
{
    [Fact]
    public async Task A_program_with_an_annotated_class_builds_for_both_frameworks_and_answers_a_client()
    {
        using var consumer = new ConsumerProject(library);

        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);
        var run = await consumer.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Hello, package!", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_prefix_is_an_error_of_the_build()
    {
        using var consumer = new ConsumerProject(library);
        consumer.Add("Faulty.cs", """
            using SockJS;

            [SockJSEndpoint("no-slash/")]
            public sealed partial class Faulty
            {
                [OnMessage]
                public string OnMessage(string message) => message;
            }
            """);

        var build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error SOCKJS001", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_without_metadata_is_found_where_the_project_switches_reflection_off()
    {
        using var consumer = new ConsumerProject(library);
        consumer.Add("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
              </PropertyGroup>
            </Project>
            """);
        consumer.Add("Unlisted.cs", """
            using SockJS;

            public sealed record Say(string Text);

            [SockJSEndpoint("/unlisted")]
            public sealed partial class Unlisted
            {
                [OnMessage]
                public void OnMessage(Say say) { }
            }
            """);

        var build = await consumer.BuildAsync();

        Assert.Contains("SOCKJS201", build.Output, StringComparison.Ordinal);
    }
}
