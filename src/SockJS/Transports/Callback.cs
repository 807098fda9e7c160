using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using SockJS.Protocol;

namespace SockJS.Transports;

/// <summary>The name of the JavaScript function that the client wants to be called; it becomes script, so little is allowed in it.</summary>
internal static class Callback
{
    public static bool TryGet(HttpRequest request, bool limitLength, [NotNullWhen(true)] out string? callback, [NotNullWhen(false)] out string? error)
    {
        var values = request.Query["c"];
        if (values.Count == 0)
            values = request.Query["callback"];
        callback = values.Count == 1 ? values[0] : null;
        error = values.Count == 0 || string.IsNullOrEmpty(values[0]) ? ProtocolError.NoCallback
            : callback is null || !CallbackName.IsValid(callback, limitLength) ? ProtocolError.InvalidCallback
            : null;
        return error is null;
    }
}
