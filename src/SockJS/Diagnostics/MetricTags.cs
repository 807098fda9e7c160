namespace SockJS.Diagnostics;

/// <summary>The tags of instruments and spans. None of them has a value that a client makes up.</summary>
internal static class MetricTags
{
    public const string Endpoint = "sockjs.endpoint";
    public const string Transport = "sockjs.transport";
    public const string CloseKind = "sockjs.close.kind";
    public const string CloseCode = "sockjs.close.code";
    public const string Namespace = "sockjs.namespace";
    public const string Message = "sockjs.message";
    public const string Decision = "sockjs.slow_client.decision";
    public const string FallbackCause = "sockjs.fallback.cause";
    public const string RefusalReason = "sockjs.refusal.reason";
    public const string ErrorType = "error.type";

    public static KeyValuePair<string, object?> Of(string name, string value) => new(name, value);
}
