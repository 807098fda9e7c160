namespace SockJS.Dashboard;

/// <summary>The answer to a command that is none of the other messages.</summary>
/// <param name="Type">Which message it is.</param>
/// <param name="Ok">Whether the command was obeyed.</param>
/// <param name="Text">What became of it.</param>
internal sealed record Answer(string Type, bool Ok, string Text);
