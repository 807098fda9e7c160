using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Snapshots;

public sealed class ClassSnapshotTests
{
    [Fact]
    public void A_constructor_takes_the_connection_and_services()
        => GeneratorTest.Verify(
            """
            namespace App;

            public interface IRooms;
            public enum Size { Small, Big }

            [SockJSEndpoint("/chat")]
            public sealed partial class Chat(
                SockJSConnection connection, IRooms rooms, IServiceProvider services, [FromKeyedServices(Size.Big)] IRooms big,
                CancellationToken closed, [FromKeyedServices("name")] string name, int retries = 3, IRooms? spare = null, string suffix = "",
                [FromKeyedServices(null)] IRooms? other = null)
            {
                [OnMessage]
                public string Say(string message) => $"{message}{connection}{rooms}{services}{big}{closed}{name}{retries}{spare}{suffix}{other}";
            }
            """);

    [Fact]
    public void The_marked_constructor_is_called()
        => GeneratorTest.Verify(
            """
            namespace App;

            public interface IRooms;

            [SockJSEndpoint("/chat")]
            public sealed partial class Chat
            {
                public required string Name { get; init; }

                public Chat() => Name = "";

                [ActivatorUtilitiesConstructor]
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                private Chat(IRooms rooms) => Name = rooms.ToString()!;

                [OnMessage]
                public string Say() => Name;
            }
            """);

    [Fact]
    public void Nested_classes_records_and_keyword_names_are_found()
        => GeneratorTest.Verify(
            """
            namespace App.@namespace
            {
                public static partial class Outer
                {
                    public partial interface IMiddle
                    {
                        internal partial record struct @struct
                        {
                            [SockJSEndpoint("/a")]
                            internal sealed partial record @class(IServiceProvider Services)
                            {
                                [OnMessage]
                                private string @return(string @params) => @params;
                            }
                        }
                    }
                }
            }

            [SockJSEndpoint("/b")]
            internal partial class Global
            {
                [OnMessage]
                internal string @await(string value) => value;
            }
            """);

    [Fact]
    public void Classes_of_one_simple_name_have_files_of_their_own()
        => GeneratorTest.Verify(
            """
            namespace App.One
            {
                [SockJSEndpoint("/b")] public partial class Echo { [OnMessage] public void M() { } }
                [SockJSEndpoint("/c")] public partial class ECHO { [OnMessage] public void M() { } }
            }

            namespace App.Two
            {
                [SockJSEndpoint("/a")] public partial class Echo { [OnMessage] public void M() { } }

                public partial class Outer
                {
                    [SockJSEndpoint("/d")] public partial class Echo { [OnMessage] public void M() { } }
                }
            }
            """);

    [Fact]
    public void A_session_manager_is_a_service_or_made_from_services()
        => GeneratorTest.Verify(
            """
            namespace App;

            public interface IRooms;

            internal sealed class RoomManager(IRooms rooms, int limit = 3, IServiceProvider? services = null) : SockJSSessionManager
            {
                public override string ToString() => $"{rooms}{limit}{services}";
            }

            [SockJSEndpoint("/rooms", Manager = typeof(RoomManager))]
            public sealed partial class Rooms
            {
                [OnMessage]
                public string Say(string message) => message;
            }

            [SockJSEndpoint("/plain", Manager = typeof(PlainManager))]
            public sealed partial class Plain
            {
                [OnMessage]
                public string Say(string message) => message;

                private sealed class PlainManager : SockJSSessionManager;
            }
            """);

    [Fact]
    public void An_obsolete_class_is_mapped_without_another_warning()
        => GeneratorTest.Verify(
            """
            namespace App;

            [Obsolete("old")]
            [SockJSEndpoint("/old")]
            public sealed partial class Old
            {
                [OnMessage]
                public void A()
                {
                }
            }
            """);
}
