using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor OriginlessTransport = Soft(
        DiagnosticIds.OriginlessTransport,
        DiagnosticSeverity.Warning,
        "Transports without an origin stay off where a cookie tells who the user is",
        "The transports enabled here include {0}, whose requests carry no origin to check, and a cookie tells who the user is: "
            + "leave out what is not in SockJSTransports.Modern, or authenticate without cookies",
        "Browsers send cookies with whatever any page asks for, and scripts, forms and frames carry no Origin header. What is checked in its place, "
            + "Sec-Fetch-Site and frame-ancestors, is unknown to the old browsers that these transports are for, so a page of another site can act as the user.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AnyOriginWithCookies = Soft(
        DiagnosticIds.AnyOriginWithCookies,
        DiagnosticSeverity.Warning,
        "An endpoint that is open to every origin does without cookies",
        "Pages of every site may use the endpoint, and a cookie tells who the user is, so that each of them can act as its visitor: "
            + "list the sites in AllowedOrigins, or authenticate without cookies",
        "Requests from other origins are answered with credentials allowed, so the browser sends the cookies of the user along and shows the page the answer. "
            + "Name the origins in AllowedOrigins, or let the first message or a token in the URL authenticate.",
        WellKnownDiagnosticTags.CompilationEnd);
}
