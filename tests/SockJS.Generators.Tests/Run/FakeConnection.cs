using System.Security.Claims;
using SockJS.Payloads;

namespace SockJS.Generators.Tests.Run;

/// <summary>A connection that keeps what is sent to its client.</summary>
internal sealed class FakeConnection : SockJSConnection
{
    public List<string> Sent { get; } = [];

    /// <summary>Gets or sets the format of the endpoint that serves the connection.</summary>
    public MessageFormat? Format { get; set; }

    public override string Id => "1";

    public override SockJSTransports Transport => SockJSTransports.WebSocket;

    public override ClaimsPrincipal User { get; } = new();

    public override SockJSClientInfo Client => throw new NotSupportedException();

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override CancellationToken Closed { get; } = new CancellationTokenSource().Token;

    internal override IPayloadSender Payloads => new ConnectionSender(this, Format!);

    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        Sent.Add(message.ToString());
        return default;
    }

    public override bool TrySend(SockJSMessage message)
    {
        Sent.Add(message.ToString());
        return true;
    }

    public override ValueTask CloseAsync(int code, string reason) => default;
}
