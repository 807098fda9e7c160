using Microsoft.Extensions.Options;
using SockJS.Hosting;
using SockJS.SocketIO.EngineIO.Hosting;

namespace SockJS.SocketIO.Hosting;

/// <summary>Refuses settings that cannot work, when the application starts.</summary>
internal sealed class SocketIOOptionsValidator : IValidateOptions<SocketIOOptions>
{
    // What serialises is recursive, so that whatever depth is allowed has to fit on the stack.
    private const int DeepestJson = 1_000;

    public ValidateOptionsResult Validate(string? name, SocketIOOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        EngineIOOptionsRules.Check(options, errors);
        errors.Positive(options.ConnectTimeout);
        errors.AtLeastOne(options.MaxNamespacesPerConnection);
        errors.AtLeastOne(options.MaxChildNamespaces);
        errors.Defined(options.Parser, "parser");
        errors.ZeroOrMore(options.MaxAttachments);
        if (options.MaxJsonDepth is < 1 or > DeepestJson)
            errors.AddError($"must be from 1 to {DeepestJson}", nameof(options.MaxJsonDepth));
        errors.AtLeastOne(options.MaxConcurrentEvents);
        if (options.AckTimeout != Timeout.InfiniteTimeSpan)
            errors.Positive(options.AckTimeout);
        errors.AtLeastOne(options.MaxPendingAcks);
        CheckRecovery(options, errors);
        return errors.Build();
    }

    private static void CheckRecovery(SocketIOOptions options, ValidateOptionsResultBuilder errors)
    {
        errors.Positive(options.Recovery.MaxDisconnection);
        errors.AtLeastOne(options.Recovery.MaxSockets);
        errors.AtLeastOne(options.Recovery.MaxEventsPerSocket);
        errors.AtLeastOne(options.Recovery.MaxEventsPerNamespace);
        errors.AtLeastOne(options.Recovery.MaxBytesPerNamespace);
        errors.AtLeastOne(options.Recovery.MaxBytes);
    }
}
