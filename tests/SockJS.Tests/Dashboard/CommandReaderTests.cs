using SockJS.Dashboard;
using Xunit;

namespace SockJS.Tests.Dashboard;

public sealed class CommandReaderTests
{
    [Fact]
    public void Commands_are_understood()
    {
        Assert.Equal(new WatchCommand(new Selection(3, "x", 2)), CommandReader.Read("""{"type":"watch","endpoint":3,"filter":"x","page":2}"""));
        Assert.Equal(new WatchCommand(new Selection(3, "", 0)), CommandReader.Read("""{"type":"watch","endpoint":3}"""));
        Assert.Equal(new WatchCommand(null), CommandReader.Read("""{"type":"watch","endpoint":null}"""));
        Assert.Equal(new CloseCommand(0, "A", 4000, "bye"), CommandReader.Read("""{"type":"close","endpoint":0,"session":"A","code":4000,"reason":"bye"}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"drain"}""")]
    [InlineData("""{"type":"watch","endpoint":"0"}""")]
    [InlineData("""{"type":"watch","endpoint":1e99}""")]
    [InlineData("""{"type":"watch","endpoint":0,"page":-1}""")]
    [InlineData("""{"type":"watch","endpoint":0,"page":100001}""")]
    [InlineData("""{"type":"watch","endpoint":0,"filter":"\ud800"}""")]
    [InlineData("""{"type":"close","endpoint":0,"session":"A","code":4000}""")]
    [InlineData("""{"type":"close","endpoint":0,"session":["A"],"code":4000,"reason":""}""")]
    [InlineData("""{"type":{"type":{"type":{}}}}""")]
    public void Anything_else_is_no_command(string message) => Assert.Null(CommandReader.Read(message));

    [Fact]
    public void A_filter_has_a_bound()
    {
        Assert.NotNull(CommandReader.Read($$"""{"type":"watch","endpoint":0,"filter":"{{new string('x', 100)}}"}"""));
        Assert.Null(CommandReader.Read($$"""{"type":"watch","endpoint":0,"filter":"{{new string('x', 101)}}"}"""));
    }
}
