namespace SockJS.Hosting;

/// <summary>The log categories, after which applications filter.</summary>
internal static class LogCategories
{
    public const string Hosting = "SockJS.Hosting";
    public const string Sessions = "SockJS.Sessions";
    public const string Multiplexing = "SockJS.Multiplexing";
    public const string Groups = "SockJS.Groups";
    public const string Dispatch = "SockJS.Dispatch";
}
