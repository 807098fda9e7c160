using Microsoft.Extensions.Options;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>Refuses settings that cannot work, when the application starts.</summary>
internal sealed class EngineIOOptionsValidator : IValidateOptions<EngineIOOptions>
{
    public ValidateOptionsResult Validate(string? name, EngineIOOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        EngineIOOptionsRules.Check(options, errors);
        return errors.Build();
    }
}
