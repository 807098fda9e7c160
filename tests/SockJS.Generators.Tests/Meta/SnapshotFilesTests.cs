using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Meta;

public sealed class SnapshotFilesTests
{
    [Fact]
    public void Every_approved_file_is_of_a_test_that_exists()
    {
        var tests = typeof(SnapshotFilesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        var approved = Directory.EnumerateFiles(Paths.Snapshots, "*.verified.cs").Select(file => Path.GetFileName(file).Split('#')[0]).ToList();

        Assert.NotEmpty(approved);
        Assert.Subset(tests, approved.ToHashSet());
    }
}
