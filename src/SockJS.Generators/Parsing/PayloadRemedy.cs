using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>What a diagnostic tells the code fixes of a type without metadata.</summary>
internal static class PayloadRemedy
{
    /// <summary>The key of the type, qualified.</summary>
    public const string TypeKey = "Type";

    /// <summary>The key of the type as it is shown.</summary>
    public const string NameKey = "Name";

    /// <summary>The key of the context that the type is to be added to, a documentation id; absent if there is none.</summary>
    public const string ContextKey = "Context";

    /// <summary>The key of the endpoint that is to have a context, a documentation id; absent if it names one.</summary>
    public const string EndpointKey = "Endpoint";

    public static ImmutableDictionary<string, string?> AddTo(INamedTypeSymbol context, ITypeSymbol type, string name)
        => ImmutableDictionary<string, string?>.Empty
            .Add(TypeKey, JsonTypeGraph.NameOf(type))
            .Add(NameKey, name)
            .Add(ContextKey, context.GetDocumentationCommentId());

    public static ImmutableDictionary<string, string?> CreateFor(INamedTypeSymbol endpoint)
        => ImmutableDictionary<string, string?>.Empty.Add(EndpointKey, endpoint.GetDocumentationCommentId());
}
