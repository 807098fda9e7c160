namespace SockJS.DocSnippets.Markdown;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word after the fence.</param>
/// <param name="Marker">What follows it, such as <c>wrong</c>.</param>
/// <param name="Line">The line of the page that the code begins on, counted from 1.</param>
/// <param name="Code">The code.</param>
internal sealed record CodeBlock(string Language, string Marker, int Line, string Code);
