using System.Text;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Tests.Protocol;

public sealed class ArgumentTableTests
{
    private const int MaxDepth = 64;

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]", "1")]
    [InlineData(" [ 1 , \"two\" ] ", "1", "\"two\"")]
    [InlineData("[\"a\",{\"b\":[1,2,{}]},[[]],null,true,-1.5e3]", "\"a\"", "{\"b\":[1,2,{}]}", "[[]]", "null", "true", "-1.5e3")]
    [InlineData("[0,1,2,3,4,5,6,7,[8],{\"9\":9},10]", "0", "1", "2", "3", "4", "5", "6", "7", "[8]", "{\"9\":9}", "10")]
    public void Elements_are_found_however_many_they_are(string json, params string[] elements)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.True(ArgumentTable.TryRead(bytes, MaxDepth, out var table));

        Assert.Equal(elements, Enumerable.Range(0, table.Count).Select(i => Encoding.UTF8.GetString(table.Get(bytes, i))));
        Assert.Equal(elements, table.GetRanges(bytes).Select(range => Encoding.UTF8.GetString(bytes[range])));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Get(bytes, table.Count).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("[1")]
    [InlineData("[1]]")]
    [InlineData("[1] 2")]
    [InlineData("[1,]")]
    [InlineData("[abc]")]
    [InlineData("[\"\\x\"]")]
    [InlineData("[01]")]
    [InlineData("[NaN]")]
    public void What_is_no_array_has_no_elements(string json)
        => Assert.False(ArgumentTable.TryRead(Encoding.UTF8.GetBytes(json), MaxDepth, out _));

    [Fact]
    public void An_array_that_is_too_deep_is_refused_however_deep_it_is()
    {
        Assert.True(ArgumentTable.TryRead(Nested(MaxDepth), MaxDepth, out _));
        Assert.False(ArgumentTable.TryRead(Nested(MaxDepth + 1), MaxDepth, out _));
        Assert.False(ArgumentTable.TryRead(Nested(100_000), MaxDepth, out _));
    }

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
}
