using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads a namespace class into a model, as <see cref="EndpointParser"/> does endpoint classes.</summary>
internal static class NamespaceParser
{
    /// <summary>Returns the model, or <see langword="null"/> for a class that has errors.</summary>
    public static NamespaceModel? TryParse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!type.HasOneAnnotation()
            || NamespaceNameParser.TryParse(type, report: null, cancellationToken) is not { } name
            || TargetParser.TryParse(type, report: null, cancellationToken) is not { } target)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var context = new ParserContext(type, compilation, report: null, cancellationToken);
        if (ConstructorParser.TryParse(type, context.Warnings, report: null, cancellationToken) is not { } arguments
            || !JsonContextParser.TryParse(context, out var jsonContext)
            || !NamespaceValueParser.CheckAll(name, context)
            || HandlerParser.TryParseAll(context) is not { } handlers
            || !ClientParser.TryParse(context, out var client))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var metadata = MetadataParser.Parse(type, compilation, context.Warnings, report: null, cancellationToken);

        var warningsOfName = new WarningIds();
        warningsOfName.AddFrom(type);
        return new NamespaceModel
        {
            Target = target,
            Name = name,
            ConstructorArguments = arguments,
            Handlers = handlers,
            JsonContext = jsonContext,
            Client = client,
            Metadata = metadata,
            Suppressions = context.Warnings.ToArray(),
            UsesForbidden = context.Warnings.HasErrors,
            Registration = new RegistrationModel(target.QualifiedName, Prefix: null, Topic: null, warningsOfName.ToArray()) { Namespace = name },
        };
    }
}
