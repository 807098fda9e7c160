using SockJS.SocketIO.Hosting;

namespace SockJS.SocketIO.Tests.Hosting;

public sealed class SocketIOOptionsValidatorTests
{
    private static readonly (string Property, Action<SocketIOOptions> Set)[] s_faults =
    [
        (nameof(SocketIOOptions.ConnectTimeout), static options => options.ConnectTimeout = TimeSpan.Zero),
        (nameof(SocketIOOptions.ConnectTimeout), static options => options.ConnectTimeout = Timeout.InfiniteTimeSpan),
        (nameof(SocketIOOptions.MaxNamespacesPerConnection), static options => options.MaxNamespacesPerConnection = 0),
        (nameof(SocketIOOptions.MaxChildNamespaces), static options => options.MaxChildNamespaces = 0),
        (nameof(SocketIOOptions.Parser), static options => options.Parser = (SocketIOParser)2),
        (nameof(SocketIOOptions.MaxAttachments), static options => options.MaxAttachments = -1),
        (nameof(SocketIOOptions.MaxJsonDepth), static options => options.MaxJsonDepth = 0),
        (nameof(SocketIOOptions.MaxJsonDepth), static options => options.MaxJsonDepth = 1_001),
        (nameof(SocketIOOptions.MaxConcurrentEvents), static options => options.MaxConcurrentEvents = 0),
        (nameof(SocketIOOptions.AckTimeout), static options => options.AckTimeout = TimeSpan.Zero),
        (nameof(SocketIOOptions.AckTimeout), static options => options.AckTimeout = TimeSpan.FromDays(2)),
        (nameof(SocketIOOptions.MaxPendingAcks), static options => options.MaxPendingAcks = 0),
        ("Recovery.MaxDisconnection", static options => options.Recovery.MaxDisconnection = TimeSpan.Zero),
        ("Recovery.MaxSockets", static options => options.Recovery.MaxSockets = 0),
        ("Recovery.MaxEventsPerSocket", static options => options.Recovery.MaxEventsPerSocket = 0),
        ("Recovery.MaxEventsPerNamespace", static options => options.Recovery.MaxEventsPerNamespace = 0),
        ("Recovery.MaxBytesPerNamespace", static options => options.Recovery.MaxBytesPerNamespace = 0),
        ("Recovery.MaxBytes", static options => options.Recovery.MaxBytes = 0),
        (nameof(SocketIOOptions.MaxPayload), static options => options.MaxPayload = 0),
        (nameof(EndpointOptions.MaxGroupsPerConnection), static options => options.MaxGroupsPerConnection = 0),
    ];

    public static TheoryData<int, string> Faults => new(s_faults.Select(static (fault, i) => (i, fault.Property)));

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_work_is_refused_under_the_name_of_the_setting(int fault, string property)
    {
        var options = new SocketIOOptions();
        s_faults[fault].Set(options);
        var result = new SocketIOOptionsValidator().Validate(null, options);

        Assert.StartsWith($"Property {property}: ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_and_bounds_can_work()
    {
        AssertValid(new SocketIOOptions());
        AssertValid(new SocketIOOptions { MaxAttachments = 0, MaxJsonDepth = 1, MaxConcurrentEvents = 1, MaxPendingAcks = 1 });
        AssertValid(new SocketIOOptions { MaxJsonDepth = 1_000, AckTimeout = Timeout.InfiniteTimeSpan, Parser = SocketIOParser.MessagePack });
    }

    private static void AssertValid(SocketIOOptions options) => Assert.Null(new SocketIOOptionsValidator().Validate(null, options).FailureMessage);
}
