using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Source in which <c>{|ID:text|}</c> marks where a diagnostic is expected.</summary>
internal sealed partial record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string markup)
    {
        var source = new StringBuilder();
        var expected = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        var position = 0;
        foreach (Match token in Tokens().Matches(markup))
        {
            source.Append(markup, position, token.Index - position);
            position = token.Index + token.Length;
            if (token.Groups["id"] is { Success: true, Value: var opened })
            {
                open.Push((opened, source.Length));
                continue;
            }

            var (id, start) = open.Pop();
            expected.Add((id, TextSpan.FromBounds(start, source.Length)));
        }

        Assert.Empty(open);
        return new Markup(source.Append(markup, position, markup.Length - position).ToString(), expected);
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Tokens();
}
