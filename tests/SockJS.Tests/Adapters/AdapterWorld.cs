using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Adapters;
using SockJS.Dispatch;
using SockJS.Hosting;
using SockJS.Tests.Support;

namespace SockJS.Tests.Adapters;

/// <summary>Sessions whose handlers were written for other connections.</summary>
internal static class AdapterWorld
{
    public static SessionWorld Of(
        ConnectionDelegate handler, SockJSByteEncoding encoding = SockJSByteEncoding.Utf8, Action<SockJSOptions>? configure = null)
        => new(
            (failures, services) => new ByteConnectionRunner(handler, ByteCodec.Of(encoding), ContextOf(failures, services), TestFormats.Default, failures),
            configure: configure);

    public static SessionWorld Of(
        Func<WebSocket, HttpContext, Task> handler, SockJSByteEncoding? binary = null, Action<SockJSOptions>? configure = null)
        => new(
            (failures, services) => new WebSocketRunner(
                handler, binary is { } encoding ? ByteCodec.Of(encoding) : null, ContextOf(failures, services), TestFormats.Default, failures),
            configure: configure);

    private static AdapterContext ContextOf(FailureHandler failures, IServiceProvider services) => new(
        services.GetRequiredService<IServiceScopeFactory>(),
        failures.MaxFragmentBytes,
        failures.BytesRefused,
        (connection, exception) => failures.HandlerEnded(connection, exception));
}
