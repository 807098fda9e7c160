using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class EndlessStreamTests
{
    private const string Endless =
        """[SockJSEndpoint("/a")] public partial class A { [OnMessage] async IAsyncEnumerable<int> {|SOCKJS111:M|}(string text) { await Task.Yield(); yield return text.Length; } }""";

    [Fact]
    public async Task A_sequence_without_a_token_is_reported()
        => Assert.Equal(
            "'M' takes no cancellation token, so its sequence learns that the connection is closed only when its next item is due",
            Assert.Single(await AnalyzerTest.VerifyAsync(Endless)));

    [Fact]
    public async Task It_is_reported_in_a_base_class_and_for_what_is_sent_on_open()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnOpen] public virtual IAsyncEnumerable<string> Open() => throw new NotSupportedException(); }
            [SockJSEndpoint("/a")] public partial class A : Base { public override IAsyncEnumerable<string> {|SOCKJS111:Open|}() => base.Open(); }
            """);

    [Theory]
    [InlineData("IAsyncEnumerable<string> M(CancellationToken closed) => throw new NotSupportedException();")]
    [InlineData("Task<string> M() => throw new NotSupportedException();")]
    [InlineData("IEnumerable<string> M() => [];")]
    public async Task With_a_token_or_without_a_sequence_all_is_fine(string method)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{method}} }""");

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync("#pragma warning disable SOCKJS111\n" + Endless.Replace("{|SOCKJS111:M|}", "M", StringComparison.Ordinal));
}
