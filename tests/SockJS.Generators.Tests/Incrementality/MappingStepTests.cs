using SockJS.Generators.Tests.Infrastructure;
using Xunit;
using static SockJS.Generators.Tests.Incrementality.TwoEndpoints;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>What every step makes of an edit that changes where endpoints are mapped, or which there are. The last output is the mapping.</summary>
public sealed class MappingStepTests
{
    [Fact]
    public void A_new_prefix_changes_the_mapping_too()
        => StepReport.Verify(
            Edit("\"/chat\"", "\"/talk\""),
            """
            Parse: Modified, Unchanged
            Models: Modified, Cached
            AmbiguousFiles: Cached
            Files: Modified, Cached
            Registration: Modified, Cached
            Registrations: Modified
            Library: Unchanged
            Outputs: Modified, Cached, Modified
            """);

    [Fact]
    public void A_new_name_changes_the_mapping_too_and_is_compared_with_the_others()
        => StepReport.Verify(
            Edit("class Chat", "class Talk"),
            """
            Parse: Modified, Unchanged
            Models: Modified, Cached
            AmbiguousFiles: Unchanged
            Files: Modified, Cached
            Registration: Modified, Cached
            Registrations: Modified
            Library: Unchanged
            Outputs: Modified, Cached, Modified
            """);

    [Fact]
    public void A_name_that_differs_in_case_only_changes_the_file_of_the_other_too()
        => StepReport.Verify(
            Edit("class Chat", "class other"),
            """
            Parse: Modified, Unchanged
            Models: Modified, Cached
            AmbiguousFiles: Modified
            Files: Modified, Modified
            Registration: Modified, Cached
            Registrations: Modified
            Library: Unchanged
            Outputs: Modified, Modified, Modified
            """);

    [Fact]
    public void A_new_endpoint_adds_a_file_and_changes_the_mapping()
        => StepReport.Verify(
            Edit(Plain, Other.Replace("Other", "More", StringComparison.Ordinal).Replace("/other", "/more", StringComparison.Ordinal), file: 2),
            """
            Parse: Unchanged, Unchanged, New
            Models: Cached, Cached, New
            AmbiguousFiles: Unchanged
            Files: Cached, Cached, New
            Registration: Cached, Cached, New
            Registrations: Modified
            Library: Unchanged
            Outputs: Cached, Cached, New, Modified
            """);

    [Fact]
    public void A_class_that_is_no_endpoint_any_more_loses_its_file()
        => StepReport.Verify(
            Edit("[SockJSEndpoint(\"/chat\")]", ""),
            """
            Parse: Removed, Unchanged
            Models: Removed, Cached
            AmbiguousFiles: Unchanged
            Files: Removed, Cached
            Registration: Removed, Cached
            Registrations: Modified
            Library: Unchanged
            Outputs: Removed, Cached, Modified
            """);

    [Fact]
    public void A_class_that_breaks_loses_its_file_and_stays_out_of_the_mapping()
    {
        var second = Edit("partial ", "");

        StepReport.Verify(
            second,
            """
            Parse: Modified, Unchanged
            Models: Removed, Cached
            AmbiguousFiles: Unchanged
            Files: Removed, Cached
            Registration: Modified, Cached
            Registrations: Modified
            Library: Unchanged
            Outputs: Removed, Cached, Modified
            """);
        Assert.Equal(["MapSockJSEndpoints.g.cs", "Other.SockJSEndpoint.g.cs"], GeneratorTest.FilesOf(second).Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("global::Chat", GeneratorTest.FilesOf(second)["MapSockJSEndpoints.g.cs"], StringComparison.Ordinal);
    }
}
