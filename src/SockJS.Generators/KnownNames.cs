namespace SockJS.Generators;

/// <summary>Metadata names of the types that the rules are about.</summary>
internal static class KnownNames
{
    public const string EndpointAttribute = "SockJS.SockJSEndpointAttribute";
    public const string ChannelAttribute = "SockJS.SockJSChannelAttribute";
    public const string OnOpenAttribute = "SockJS.OnOpenAttribute";
    public const string OnMessageAttribute = "SockJS.OnMessageAttribute";
    public const string OnCloseAttribute = "SockJS.OnCloseAttribute";
    public const string Options = "SockJS.SockJSOptions";
    public const string EndpointOptions = "SockJS.EndpointOptions";
    public const string MessageAttribute = "SockJS.MessageAttribute";
    public const string Connection = "SockJS.SockJSConnection";
    public const string SessionManager = "SockJS.SockJSSessionManager";
    public const string CloseReason = "SockJS.SockJSCloseReason";

    public const string NamespaceAttribute = "SockJS.SocketIO.SocketIONamespaceAttribute";
    public const string OnConnectAttribute = "SockJS.SocketIO.OnConnectAttribute";
    public const string OnEventAttribute = "SockJS.SocketIO.OnEventAttribute";
    public const string OnAnyEventAttribute = "SockJS.SocketIO.OnAnyEventAttribute";
    public const string OnDisconnectAttribute = "SockJS.SocketIO.OnDisconnectAttribute";
    public const string FromNamespaceAttribute = "SockJS.SocketIO.FromNamespaceAttribute";
    public const string Socket = "SockJS.SocketIO.SocketIOSocket";
    public const string ClientExtensions = "SockJS.SocketIO.SocketIOClientExtensions";
    public const string Ack = "SockJS.SocketIO.SocketIOAck";
    public const string EventArguments = "SockJS.SocketIO.SocketIOArguments";
    public const string DisconnectReason = "SockJS.SocketIO.SocketIODisconnectReason";

    public const string ServiceProvider = "System.IServiceProvider";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";
    public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";

    public const string JsonContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonContextOptions = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";
    public const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonConverter = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonElement = "System.Text.Json.JsonElement";

    public const string FromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string PreferredConstructor = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string Conditional = "System.Diagnostics.ConditionalAttribute";
    public const string AttributeUsage = "System.AttributeUsageAttribute";

    public const string Memory = "System.Memory`1";
    public const string ReadOnlyMemory = "System.ReadOnlyMemory`1";
    public const string Enumerable = "System.Collections.Generic.IEnumerable`1";
    public const string Dictionary = "System.Collections.Generic.IDictionary`2";
    public const string ReadOnlyDictionary = "System.Collections.Generic.IReadOnlyDictionary`2";
}
