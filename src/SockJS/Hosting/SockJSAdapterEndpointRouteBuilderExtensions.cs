using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SockJS;
using SockJS.Adapters;
using SockJS.Dispatch;
using SockJS.Hosting;
using SockJS.Payloads;
using SockJS.Sessions;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps handlers that were written for connections of other kinds, so that they serve SockJS clients as they are.</summary>
public static class SockJSAdapterEndpointRouteBuilderExtensions
{
    /// <summary>Maps a handler that was written for Kestrel's connections, such as raw TCP.</summary>
    /// <typeparam name="T">The handler. One instance, a registered service or made with services, serves all connections, as with Kestrel.</typeparam>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/lines</c>.</param>
    /// <param name="encoding">How the bytes travel in messages.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <remarks>
    /// <para>
    /// The bytes of each message are appended to the input; its boundaries vanish, as those of packets do. What is flushed leaves as one
    /// message, or as several of at most 32 KiB. Each direction holds 64 KiB beside the buffers of the connection before it waits.
    /// </para>
    /// <para>
    /// When the handler returns, its output is sent and the connection closed with 1000; when it throws, with 4500. <c>Abort</c> closes
    /// with 1002. A message that stands for no bytes closes the connection with 4400.
    /// </para>
    /// </remarks>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/returns"/>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/exception"/>
    public static SockJSEndpointConventionBuilder MapSockJSConnectionHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IEndpointRouteBuilder endpoints,
        string prefix,
        SockJSByteEncoding encoding = SockJSByteEncoding.Utf8,
        Action<SockJSOptions>? configure = null)
        where T : ConnectionHandler
        => endpoints.MapSockJSConnectionHandler(prefix, static connection => { connection.UseConnectionHandler<T>(); }, encoding, configure);

    /// <summary>Maps a pipeline of connection middleware that was written for Kestrel's connections, such as raw TCP.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/lines</c>.</param>
    /// <param name="build">Builds the pipeline.</param>
    /// <param name="encoding">How the bytes travel in messages.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <inheritdoc cref="MapSockJSConnectionHandler{T}" path="/remarks"/>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/returns"/>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/exception"/>
    public static SockJSEndpointConventionBuilder MapSockJSConnectionHandler(
        this IEndpointRouteBuilder endpoints,
        string prefix,
        Action<IConnectionBuilder> build,
        SockJSByteEncoding encoding = SockJSByteEncoding.Utf8,
        Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(build);
        var builder = new ConnectionBuilder(endpoints.ServiceProvider);
        build(builder);
        return endpoints.MapSockJSConnectionHandler(prefix, builder.Build(), encoding, configure);
    }

    /// <summary>Maps a delegate that was written for Kestrel's connections, such as raw TCP.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/lines</c>.</param>
    /// <param name="handler">Handles one connection.</param>
    /// <param name="encoding">How the bytes travel in messages.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <inheritdoc cref="MapSockJSConnectionHandler{T}" path="/remarks"/>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/returns"/>
    /// <inheritdoc cref="MapSockJSWebSocket" path="/exception"/>
    public static SockJSEndpointConventionBuilder MapSockJSConnectionHandler(
        this IEndpointRouteBuilder endpoints,
        string prefix,
        ConnectionDelegate handler,
        SockJSByteEncoding encoding = SockJSByteEncoding.Utf8,
        Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var codec = ByteCodec.Of(encoding);
        return Map(endpoints, prefix, configure, (context, format, failures) => new ByteConnectionRunner(handler, codec, context, format, failures));
    }

    /// <summary>Maps a handler that was written for a <see cref="WebSocket"/>, so that clients without one reach it too.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/ws</c>.</param>
    /// <param name="handler">
    /// Handles one connection. The <see cref="HttpContext"/> is a copy of the request that opened it, as far as <see cref="SockJSConnection.Client"/>
    /// goes, which lives as long as the connection: its user is the present one, its services are those of a scope for the connection, and
    /// <see cref="HttpContext.RequestAborted"/> is <see cref="SockJSConnection.Closed"/>. What is written to its response goes nowhere.
    /// </param>
    /// <param name="binary">
    /// How binary messages travel. Then every message that is received is of the type Binary, and whatever is sent is encoded. Without it,
    /// every message that is received is of the type Text, and sending a binary one is a <see cref="NotSupportedException"/>.
    /// </param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <remarks>
    /// Receiving ends with a message of the type Close, whatever the end of the connection was. A close status of 1000 and from 3000 to 4999
    /// is sent as it is; others become 3000 more, 1011 for instance 4011. When the handler returns, or disposes of the socket, the connection
    /// is closed with 1000; when it throws, with 4500; when it aborts, or cancels a receive or a send, with 1002. A message in fragments has
    /// at most <see cref="EndpointOptions.SendBufferBytes"/> bytes.
    /// </remarks>
    /// <returns>A builder whose conventions apply to every route of the endpoint.</returns>
    /// <exception cref="ArgumentException">The prefix breaks a rule for prefixes, or there is no such encoding.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSockJS</c> was not called.</exception>
    public static SockJSEndpointConventionBuilder MapSockJSWebSocket(
        this IEndpointRouteBuilder endpoints,
        string prefix,
        Func<WebSocket, HttpContext, Task> handler,
        SockJSByteEncoding? binary = null,
        Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var codec = binary is { } encoding ? ByteCodec.Of(encoding) : null;
        return Map(endpoints, prefix, configure, (context, format, failures) => new WebSocketRunner(handler, codec, context, format, failures));
    }

    private static SockJSEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string prefix,
        Action<SockJSOptions>? configure,
        Func<AdapterContext, MessageFormat, FailureHandler, IConnectionHandler> createRunner)
    {
        var endpoint = SockJSEndpoint.Create(endpoints, prefix, type: null, configure, (formats, failures) =>
        {
            var format = formats.Create();
            var context = new AdapterContext(
                endpoints.ServiceProvider.GetRequiredService<IServiceScopeFactory>(),
                failures.MaxFragmentBytes,
                failures.BytesRefused,
                (connection, exception) => failures.HandlerEnded(connection, exception));
            return (createRunner(context, format, failures), format);
        });
        return EndpointMapper.Map(endpoints, endpoint, type: null, metadata: []);
    }
}
