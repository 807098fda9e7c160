using SockJS.Testing;
using Xunit;

namespace SockJS.Tests.PublicApi;

/// <summary>
/// The public API of an assembly is what its <c>.verified.txt</c> says. A change of it is written beside that file as <c>.received.txt</c>;
/// renaming that file approves the change.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("PublicApi", typeof(SockJSConnection))]
    [InlineData("PublicApi.Testing", typeof(SockJSTestClient))]
    public void The_public_API_is_what_was_approved(string name, Type member)
    {
        var approved = new ApprovedApi(typeof(PublicApiTests).Assembly, name);

        Assert.Equal(approved.Text, approved.Receive(member.Assembly), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_text_tells_whatever_a_caller_depends_on()
        => Assert.Equal(
            """
            namespace SockJS.Tests.PublicApi

              public readonly struct ApiSampleValue
                public static ApiSampleValue op_Implicit(string? text)

              [EditorBrowsable(Never)] public abstract class ApiSample<T> : EventArgs, IDisposable where T : class, IFormattable, new()
                protected ApiSample(string? name = null, int count = 3, bool flag = true)
                protected virtual string? Virtual(int? number)
                public abstract Dictionary<string, List<T?>> Abstract(ref int number, out string? text, params object?[] rest)
                public const string Constant = "text"
                public int Hidden { get; }
                public override string ToString()
                public required string Required { get; init; }
                public static Task<string?> RunAsync<TResult>(in DateTime time, CancellationToken cancellationToken = default)
                public string? Settable { get; set; }
                public void Dispose()

            """,
            ApiText.Of([typeof(ApiSample<>), typeof(ApiSampleValue)]),
            ignoreLineEndingDifferences: true);
}
