using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SockJS.Payloads;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SockJS.Hosting;

/// <summary>Puts together where an endpoint finds the JSON metadata of its payloads.</summary>
internal sealed class MessageFormats(IServiceProvider services, SockJSOptions options, string prefix)
{
    public SockJSOptions Options => options;

    /// <summary>Makes the format of an endpoint that says nothing of its messages.</summary>
    public MessageFormat Create() => Create(MessageShape.Default, context: null, keepsOptions: false, createClient: null);

    /// <summary>Makes the format of an endpoint class.</summary>
    /// <param name="shape">The shape of its messages.</param>
    /// <param name="context">The context that it names.</param>
    /// <param name="keepsOptions">Whether the context has settings of its own.</param>
    /// <param name="createClient">Makes its client interface.</param>
    public MessageFormat Create(MessageShape shape, JsonSerializerContext? context, bool keepsOptions, Func<PayloadSender, object>? createClient)
    {
        var json = new JsonSerializerOptions(options.Json);
        if (context is not null && !keepsOptions)
            json.TypeInfoResolverChain.Insert(0, context);
        json.TypeInfoResolverChain.Add(SimpleTypesJson.Default);
        // What the application serves over HTTP it can send here too; its last resolver reflects, where that is allowed.
        if (services.GetRequiredService<IOptions<HttpJsonOptions>>().Value.SerializerOptions.TypeInfoResolver is { } resolver)
            json.TypeInfoResolverChain.Add(resolver);
        json.MakeReadOnly();
        return new MessageFormat(context is not null && keepsOptions ? context.Options : json, json, shape, prefix, createClient);
    }
}
