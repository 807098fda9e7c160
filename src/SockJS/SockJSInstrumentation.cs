namespace SockJS;

/// <summary>The names by which the measurements and the spans of the library are listened to.</summary>
public static class SockJSInstrumentation
{
    /// <summary>The name of the meter, for <c>AddMeter</c> of OpenTelemetry or a <c>MeterListener</c>.</summary>
    public const string MeterName = "SockJS";

    /// <summary>The name of the source of spans, for <c>AddSource</c> of OpenTelemetry or an <c>ActivityListener</c>.</summary>
    public const string ActivitySourceName = "SockJS";
}
