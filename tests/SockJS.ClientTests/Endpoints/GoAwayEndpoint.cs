namespace SockJS.ClientTests.Endpoints;

/// <summary>Closes every connection as soon as it is open.</summary>
[SockJSEndpoint("/close")]
public sealed partial class GoAwayEndpoint
{
    [OnOpen]
    public ValueTask OnOpen(SockJSConnection connection) => connection.CloseAsync(SockJSCloseCodes.GoAway, "Go away!");
}
