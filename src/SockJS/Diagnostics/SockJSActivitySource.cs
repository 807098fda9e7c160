using System.Diagnostics;

namespace SockJS.Diagnostics;

/// <summary>Makes the spans, source <c>SockJS</c>.</summary>
internal static class SockJSActivitySource
{
    public const string Name = "SockJS";
    public const string Connection = "SockJS.Connection";
    public const string Message = "SockJS.Message";

    private static readonly ActivitySource s_source = new(Name);

    public static bool HasListeners => s_source.HasListeners();

    /// <summary>Starts a span that has no parent but a link, whatever the current one is.</summary>
    public static Activity? StartRoot(string name, ActivityContext link)
    {
        Activity.Current = null;
        return s_source.StartActivity(name, ActivityKind.Server, default(ActivityContext), tags: null, link == default ? null : [new ActivityLink(link)]);
    }
}
