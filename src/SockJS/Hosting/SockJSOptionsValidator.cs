using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>Refuses settings that cannot work, when the application starts.</summary>
internal sealed class SockJSOptionsValidator : IValidateOptions<SockJSOptions>
{
    public ValidateOptionsResult Validate(string? name, SockJSOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        EndpointOptionsRules.Check(options, errors);
        errors.Positive(options.HeartbeatInterval);
        errors.Positive(options.PongTimeout);
        errors.Positive(options.DisconnectDelay);
        errors.AtLeastOne(options.ResponseLimit);
        errors.AtLeastOne(options.MaxMessageSize);
        errors.AtLeastOne(options.MaxChannelsPerConnection);
        errors.AtLeastOne(options.MaxStreams);
        if ((options.Transports & ~SockJSTransports.All) != 0)
            errors.AddError("has values that no transport has", nameof(options.Transports));
        errors.Defined(options.SessionBinding, "binding");
        errors.Defined(options.CookieMode, "mode");
        errors.Defined(options.InvalidMessages, "policy");
        errors.Defined(options.HandlerErrors, "policy");
        CheckShutdown(options, errors);
        CheckUrls(options, errors);
        return errors.Build();
    }

    private static void CheckShutdown(SockJSOptions options, ValidateOptionsResultBuilder errors)
    {
        if (!CloseFrameRules.IsCode(options.ShutdownCode))
            errors.AddError("must be 1000, or from 3000 to 4999", nameof(options.ShutdownCode));
        if (options.ShutdownReason is null || !CloseFrameRules.IsReason(options.ShutdownReason))
            errors.AddError($"must be there, and have at most {SockJSCloseReason.MaxReasonBytes} bytes of UTF-8", nameof(options.ShutdownReason));
    }

    private static void CheckUrls(SockJSOptions options, ValidateOptionsResultBuilder errors)
    {
        var library = options.ClientLibraryUrl;
        if (library is null && options.Transports.HasFlag(SockJSTransports.Iframe))
            errors.AddError("is required by the iframe page: the URL of the SockJS client library, in the version that the pages use", nameof(options.ClientLibraryUrl));
        if (library is not null && !library.StartsWith('/') && !library.StartsWith("http://", StringComparison.Ordinal) && !library.StartsWith("https://", StringComparison.Ordinal))
            errors.AddError("must begin with a slash or with http", nameof(options.ClientLibraryUrl));
        if (options.BaseUrl is { } baseUrl && !(Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            errors.AddError("must be an absolute URL that begins with http", nameof(options.BaseUrl));
    }
}
