using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads an annotated class into a model. The analyzers call the same parts with a reporter, so what is refused here is explained there.</summary>
internal static class EndpointParser
{
    /// <summary>Returns the model, or <see langword="null"/> for a class that has errors.</summary>
    public static EndpointModel? TryParse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var channel = ChannelParser.TryParse(type, report: null, cancellationToken);
        if (!type.HasOneAnnotation()
            || (channel?.Topic ?? PrefixParser.TryParse(type, report: null, cancellationToken)) is not { } prefix
            || TargetParser.TryParse(type, report: null, cancellationToken) is not { } target)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var context = new ParserContext(type, compilation, report: null, cancellationToken);
        if (ConstructorParser.TryParse(type, context.Warnings, report: null, cancellationToken) is not { } arguments
            || ShapeParser.TryParse(context) is not { } shape
            || !JsonContextParser.TryParse(context, out var jsonContext)
            || HandlerParser.TryParseAll(context) is not { } handlers
            || !ClientParser.TryParse(context, out var client)
            || !ManagerParser.TryParse(context, out var manager))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var metadata = MetadataParser.Parse(type, compilation, context.Warnings, report: null, cancellationToken);

        var warningsOfName = new WarningIds();
        warningsOfName.AddFrom(type);
        return new EndpointModel
        {
            Target = target,
            Prefix = prefix,
            IsChannel = channel is not null,
            ConstructorArguments = arguments,
            Handlers = handlers,
            Shape = shape,
            JsonContext = jsonContext,
            Client = client,
            Manager = manager,
            Metadata = metadata,
            Suppressions = context.Warnings.ToArray(),
            UsesForbidden = context.Warnings.HasErrors,
            Registration = new RegistrationModel(target.QualifiedName, channel is null ? prefix : channel.Endpoint, channel?.Topic, warningsOfName.ToArray()),
        };
    }
}
