using Microsoft.AspNetCore.Http;

namespace SockJS.Transports;

/// <summary>Reads the content type of a sending request. Parameters do not matter, and what is no media type must not fail.</summary>
internal static class PayloadTypes
{
    public static PayloadType Of(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        var parameters = type.IndexOf(';');
        if (parameters >= 0)
            type = type[..parameters];
        type = type.Trim();
        if (type.IsEmpty || Is(type, "text/plain"))
            return PayloadType.Plain;
        if (Is(type, "application/x-www-form-urlencoded"))
            return PayloadType.Form;
        return Is(type, "application/json") || Is(type, "application/xml") || Is(type, "text/xml") || Is(type, "T") ? PayloadType.Json : PayloadType.Other;
    }

    private static bool Is(ReadOnlySpan<char> type, string name) => type.Equals(name, StringComparison.OrdinalIgnoreCase);
}
