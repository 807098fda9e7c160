using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class ChannelSnapshotTests
{
    [Fact]
    public void Channels_that_name_no_endpoint_are_added_by_a_method()
        => GeneratorTest.Verify(
            """
            namespace App;

            public record Said(string Text);

            public interface IListener
            {
                ValueTask SaidAsync(Said said);
            }

            [SockJSChannel("bob", Shape = SockJSMessageShape.Flat, Client = typeof(IListener))]
            public sealed partial class Bob(SockJSConnection connection)
            {
                [OnMessage("say")]
                public ValueTask Say(Said said) => connection.Client<IListener>().SaidAsync(said);
            }

            [SockJSChannel("red \"carpet\"")]
            internal sealed partial class Ann
            {
                [OnOpen] private string Open() => "welcome";
                [OnMessage] private string Say(string message) => message;
                [OnClose] private void Close(SockJSCloseReason reason) { }
            }
            """);

    [Fact]
    public void Channels_that_name_an_endpoint_are_mapped_with_the_endpoints()
        => GeneratorTest.Verify(
            """
            namespace App;

            [SockJSEndpoint("/own")] public sealed partial class Own { [OnMessage] public void M() { } }
            [SockJSChannel("bob", Endpoint = "/multiplex")] public sealed partial class Bob { [OnMessage] public void M() { } }
            [SockJSChannel("ann", Endpoint = "/multiplex")] public sealed partial class Ann { [OnMessage] public void M() { } }
            [SockJSChannel("ann", Endpoint = "/another")] public sealed partial class Other { [OnMessage] public void M() { } }
            """);

    [Fact]
    public void Both_kinds_of_channels_and_names_that_differ_in_case_go_together()
        => GeneratorTest.Verify(
            """
            using Microsoft.AspNetCore.Builder;

            namespace App;

            [Obsolete("old")] [SockJSChannel("ann")] public sealed partial class Ann { [OnMessage] public void M() { } }
            [SockJSChannel("bob", Endpoint = "/multiplex")] public sealed partial class ANN { [OnMessage] public void M() { } }

            public static class Program
            {
                public static void Map(WebApplication app)
                {
                    app.MapSockJSEndpoints().RequireHost("localhost");
                    app.MapSockJSMultiplex("/other", channels => channels.AddSockJSChannels().Add<ANN>().Add<ANN>("more"));
                    app.MapSockJSMultiplex("/third", channels => channels.AddAppSockJSChannels());
                }
            }
            """);
}
