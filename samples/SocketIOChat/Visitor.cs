using System.Globalization;
using System.Text;

namespace SocketIOChat;

/// <summary>Somebody in the chat. There is no sign-in: anybody can take any name, and the id tells visitors of one name apart.</summary>
public sealed record Visitor(string Id, string Name)
{
    private const int MaxNameLength = 24;
    private const string Key = "visitor";

    /// <summary>Keeps who a socket is with the socket.</summary>
    public static Visitor Enter(SocketIOSocket socket, string name)
    {
        var visitor = new Visitor(socket.Id, name.Trim());
        socket.Data[Key] = visitor;
        return visitor;
    }

    /// <summary>Returns who a socket is.</summary>
    public static Visitor Of(SocketIOSocket socket) => (Visitor)socket.Data[Key]!;

    /// <summary>Says why nobody can have a name; <see langword="null"/> where it is good.</summary>
    public static string? ProblemOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "Please say a name.";
        if (name.Length > MaxNameLength)
            return $"A name has at most {MaxNameLength} characters.";
        return name.EnumerateRunes().All(IsVisible) ? null : "A name has visible characters only.";
    }

    // Characters that only direct the others, such as those that turn the direction of writing, can make one name look like another.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
