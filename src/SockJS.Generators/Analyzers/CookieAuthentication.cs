using System;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Knows the calls after which a cookie tells who the user is.</summary>
internal static class CookieAuthentication
{
    private const string Services = "Microsoft.Extensions.DependencyInjection.";
    private const string IdentityCookies = "Microsoft.AspNetCore.Identity.IdentityCookieAuthenticationBuilderExtensions";

    // The method counts too: AddIdentityCore is in a class of the same name as AddIdentity, and adds no cookie. A handler that signs in
    // elsewhere, such as OpenID Connect, keeps the result in a cookie.
    private static readonly (string Type, string Method)[] s_calls =
    [
        (Services + "CookieExtensions", "AddCookie"),
        (Services + "IdentityServiceCollectionExtensions", "AddIdentity"),
        (Services + "IdentityServiceCollectionExtensions", "AddIdentityApiEndpoints"),
        (Services + "IdentityServiceCollectionUIExtensions", "AddDefaultIdentity"),
        (Services + "OpenIdConnectExtensions", "AddOpenIdConnect"),
        (IdentityCookies, "AddIdentityCookies"),
        (IdentityCookies, "AddApplicationCookie"),
        ("Microsoft.Identity.Web.MicrosoftIdentityWebAppAuthenticationBuilderExtensions", "AddMicrosoftIdentityWebApp"),
        ("Microsoft.Identity.Web.MicrosoftIdentityWebAppServiceCollectionExtensions", "AddMicrosoftIdentityWebAppAuthentication"),
    ];

    public static bool IsAddedBy(IMethodSymbol method)
        => Array.Exists(s_calls, call => method.Name.Equals(call.Method, StringComparison.Ordinal) && method.ContainingType.IsNamed(call.Type));
}
