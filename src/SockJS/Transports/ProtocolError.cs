using System.Text;
using Microsoft.AspNetCore.Http;
using SockJS.Protocol;

namespace SockJS.Transports;

/// <summary>The answers to requests that break the protocol; clients of its test suite compare status and text.</summary>
internal static class ProtocolError
{
    public const string NoCallback = "\"callback\" parameter required";
    public const string InvalidCallback = "invalid \"callback\" parameter";
    public const string PayloadExpected = "Payload expected.";
    public const string BrokenJson = "Broken JSON encoding.";

    public static Task WriteAsync(HttpResponse response, string text) => WriteAsync(response, StatusCodes.Status500InternalServerError, text);

    public static Task WriteAsync(HttpResponse response, PayloadError error)
        => WriteAsync(response, error == PayloadError.PayloadExpected ? PayloadExpected : BrokenJson);

    public static async Task WriteAsync(HttpResponse response, int status, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=UTF-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes).ConfigureAwait(false);
    }
}
