using Microsoft.Extensions.Options;
using SockJS.Hosting;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>What the settings of the layer have to be like, whatever is on top of it.</summary>
internal static class EngineIOOptionsRules
{
    // Clients are told these times in whole milliseconds.
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    public static void Check(EngineIOOptions options, ValidateOptionsResultBuilder errors)
    {
        EndpointOptionsRules.Check(options, errors);
        if ((options.Transports & ~EngineIOTransports.All) != 0)
            errors.AddError("has values that no transport has", nameof(options.Transports));
        CheckPing(options.PingInterval, nameof(options.PingInterval), errors);
        CheckPing(options.PingTimeout, nameof(options.PingTimeout), errors);
        errors.Positive(options.UpgradeTimeout);
        errors.Positive(options.CloseLinger);
        errors.AtLeastOne(options.MaxPayload);
        errors.AtLeastOne(options.MaxPacketsPerPoll);
        CheckCookie(options, errors);
    }

    private static void CheckPing(TimeSpan value, string property, ValidateOptionsResultBuilder errors)
    {
        if (value < s_shortest || value > TimeSpan.FromDays(1))
            errors.AddError("must be at least a millisecond and at most a day", property);
    }

    private static void CheckCookie(EngineIOOptions options, ValidateOptionsResultBuilder errors)
    {
        if (!IsToken(options.Cookie.Name))
            errors.AddError("must be a name that a cookie can have: letters, digits and some punctuation", "Cookie.Name");
        if (options.Cookie.Path is not ['/', ..] path || !IsAttribute(path))
            errors.AddError("must begin with a slash, and have neither semicolons nor characters that a header cannot have", "Cookie.Path");
        if (options.Cookie.Domain is { } domain && (domain.Length == 0 || !IsAttribute(domain)))
            errors.AddError("must be the name of a domain", "Cookie.Domain");
        errors.Defined(options.Cookie.SameSite, "mode");
        errors.Defined(options.Cookie.SecurePolicy, "policy");
    }

    // RFC 6265: the name is a token of HTTP.
    private static bool IsToken(string? name)
        => !string.IsNullOrEmpty(name) && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static bool IsAttribute(string value) => value.All(static c => c is > ' ' and < '\x7f' and not ';');
}
