using System.Text;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class SurrogateEscapesTests
{
    [Theory]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""["\uDE00"]""")]
    [InlineData("""["\ud83d\ud83d\ude00"]""")]
    [InlineData("""["\ud83dx\ude00"]""")]
    [InlineData("""["\ud83d\n"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""["\\\ud83d"]""")]
    [InlineData("""["\ud83d\ude00",{"\udfff":1}]""")]
    public void Halves_of_characters_are_found(string json) => Assert.True(SurrogateEscapes.HasLone(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""["plain"]""")]
    [InlineData("""["\ud83d\uDE00"]""")]
    [InlineData("""["\\ud83d"]""")]
    [InlineData("""["\u00e4\n\ud7ff\ue000\""]""")]
    [InlineData("""["😀"]""")]
    public void Whole_ones_are_none(string json) => Assert.False(SurrogateEscapes.HasLone(Encoding.UTF8.GetBytes(json)));
}
