using SockJS.SocketIO.EngineIO; using SockJS.SocketIO.Hosting; using Microsoft.AspNetCore.Routing;
namespace Microsoft.AspNetCore.Builder;
internal static class Stub {
 public static void MapEngineIO(this IEndpointRouteBuilder b, string p, Func<EngineIOConnection, Task> h) => throw new NotImplementedException();
 public static void MapSocketIO(this IEndpointRouteBuilder b, string p, Action<SocketIOBuilder> c, Action<SockJS.SocketIO.SocketIOOptions>? o = null) => throw new NotImplementedException();
}
