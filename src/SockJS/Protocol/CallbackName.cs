using System.Buffers;

namespace SockJS.Protocol;

/// <summary>The name of the function that htmlfile and jsonp responses call: it becomes part of a script, so little is allowed.</summary>
internal static class CallbackName
{
    private const int LongestLimited = 32;

    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static bool IsValid(string value, bool limitLength) =>
        value.Length > 0
        && !(limitLength && value.Length > LongestLimited)
        && !value.AsSpan().ContainsAnyExcept(s_allowed);
}
