using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>Refuses settings that cannot work, when the application starts.</summary>
internal sealed class SockJSOptionsValidator : IValidateOptions<SockJSOptions>
{
    public ValidateOptionsResult Validate(string? name, SockJSOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        Positive(options.HeartbeatInterval, nameof(options.HeartbeatInterval));
        Positive(options.PongTimeout, nameof(options.PongTimeout));
        Positive(options.DisconnectDelay, nameof(options.DisconnectDelay));
        Positive(options.SendTimeout, nameof(options.SendTimeout));
        Positive(options.SlowClientTimeout, nameof(options.SlowClientTimeout));
        AtLeastOne(options.ResponseLimit, nameof(options.ResponseLimit));
        AtLeastOne(options.MaxSessions, nameof(options.MaxSessions));
        AtLeastOne(options.MaxSessionsPerUser ?? 1, nameof(options.MaxSessionsPerUser));
        AtLeastOne(options.MaxSessionsPerAddress ?? 1, nameof(options.MaxSessionsPerAddress));
        AtLeastOne(options.MaxMessageSize, nameof(options.MaxMessageSize));
        AtLeastOne(options.SendBufferBytes, nameof(options.SendBufferBytes));
        AtLeastOne(options.SendBufferMessages, nameof(options.SendBufferMessages));
        AtLeastOne(options.ReceiveBufferBytes, nameof(options.ReceiveBufferBytes));
        AtLeastOne(options.ReceiveBufferMessages, nameof(options.ReceiveBufferMessages));
        AtLeastOne(options.MessagesPerSecond ?? 1, nameof(options.MessagesPerSecond));
        AtLeastOne(options.MessageBurst ?? 1, nameof(options.MessageBurst));
        if (options.MessageBurst is not null && options.MessagesPerSecond is null)
            errors.AddError("says nothing without MessagesPerSecond", nameof(options.MessageBurst));
        AtLeastOne(options.MaxGroupsPerConnection, nameof(options.MaxGroupsPerConnection));
        AtLeastOne(options.MaxChannelsPerConnection, nameof(options.MaxChannelsPerConnection));
        AtLeastOne(options.MaxStreams, nameof(options.MaxStreams));
        if ((options.Transports & ~SockJSTransports.All) != 0)
            errors.AddError("has values that no transport has", nameof(options.Transports));
        if (!Enum.IsDefined(options.SlowClientPolicy))
            errors.AddError("is no known policy", nameof(options.SlowClientPolicy));
        if (!Enum.IsDefined(options.MessageLimitPolicy))
            errors.AddError("is no known policy", nameof(options.MessageLimitPolicy));
        if (!Enum.IsDefined(options.SessionBinding))
            errors.AddError("is no known binding", nameof(options.SessionBinding));
        if (!Enum.IsDefined(options.CookieMode))
            errors.AddError("is no known mode", nameof(options.CookieMode));
        if (!Enum.IsDefined(options.InvalidMessages))
            errors.AddError("is no known policy", nameof(options.InvalidMessages));
        if (!Enum.IsDefined(options.HandlerErrors))
            errors.AddError("is no known policy", nameof(options.HandlerErrors));
        CheckShutdown(options, errors);
        CheckUrls(options, errors);
        return errors.Build();

        void Positive(TimeSpan value, string property)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
                errors.AddError("must be more than zero and at most a day", property);
        }

        void AtLeastOne(int value, string property)
        {
            if (value < 1)
                errors.AddError("must be at least 1", property);
        }
    }

    private static void CheckShutdown(SockJSOptions options, ValidateOptionsResultBuilder errors)
    {
        if (!CloseFrameRules.IsCode(options.ShutdownCode))
            errors.AddError("must be 1000, or from 3000 to 4999", nameof(options.ShutdownCode));
        if (options.ShutdownReason is null || !CloseFrameRules.IsReason(options.ShutdownReason))
            errors.AddError($"must be there, and have at most {SockJSCloseReason.MaxReasonBytes} bytes of UTF-8", nameof(options.ShutdownReason));
        if (options.DrainWindow < TimeSpan.Zero || options.DrainWindow > TimeSpan.FromDays(1))
            errors.AddError("must be zero or more, and at most a day", nameof(options.DrainWindow));
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
        foreach (var origin in options.AllowedOrigins)
        {
            if (!OriginPolicy.IsOrigin(origin))
                errors.AddError($"'{origin}' is no origin: expected the form https://host or https://host:port, without a path", nameof(options.AllowedOrigins));
        }
    }
}
