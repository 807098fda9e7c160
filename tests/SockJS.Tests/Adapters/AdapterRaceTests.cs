using System.Net.WebSockets;
using System.Text;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

/// <summary>Clients that send and leave while their handlers send, and servers that close meanwhile: no handler is left over, and none fails.</summary>
public sealed class AdapterRaceTests
{
    private static readonly byte[] s_payload = Encoding.ASCII.GetBytes($"[\"{new string('x', 20_000)}\",\"y\"]");

    [Fact]
    public async Task Handlers_of_bytes_end_with_their_connections()
    {
        using var world = AdapterWorld.Of(Handlers.EchoAsync, configure: static options => options.SendBufferBytes = 1000);
        await Race.RepeatAsync(() => RunAsync(world));

        await world.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task Handlers_of_WebSockets_end_with_their_connections()
    {
        using var world = AdapterWorld.Of(
            static async (socket, http) =>
            {
                var buffer = new byte[4096];
                while (await socket.ReceiveAsync(buffer.AsMemory(), default) is { MessageType: not WebSocketMessageType.Close } received)
                    await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, http.RequestAborted);
            },
            configure: static options => options.SendBufferBytes = 100_000);
        await Race.RepeatAsync(() => RunAsync(world));

        await world.Table.ShutDownAsync().SoonAsync();
    }

    private static async Task RunAsync(SessionWorld world)
    {
        var session = world.Open();
        var sink = world.Attach(session, world.Sink(yields: true));
        await Race.TogetherAsync(4, thread =>
        {
            switch (thread)
            {
                case 0:
                    session.Lost(sink);
                    break;
                case 1:
                    session.Close(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, SockJSCloseCodes.ShuttingDown, "Server is shutting down"));
                    break;
                default:
                    _ = session.ReceiveAsync(s_payload);
                    break;
            }

            return 0;
        });
        await sink.Ended.SoonAsync();
    }
}
