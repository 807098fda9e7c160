using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SockJS.Generators.Helpers;

/// <summary>Builds a source file: indents every line, ends each with a line feed on all systems.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines at the present depth.</summary>
    public void WriteLines(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
                _text.Append(' ', 4 * _depth).Append(trimmed);
            _text.Append('\n');
        }
    }

    public void OpenBlock(string header)
    {
        WriteLines(header + "\n{");
        _depth++;
    }

    public void CloseBlock()
    {
        _depth--;
        WriteLines("}");
    }

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);
}
