namespace SockJS.Groups;

/// <summary>Connections of an endpoint, sent to as one. They are looked up anew for each message.</summary>
internal class Audience(EndpointClients clients, MemberSelection selection, string? key = null) : ISockJSAudience, IPayloadTarget
{
    private AudienceSender? _payloads;

    public int Count => clients.Selector.FindOpen(selection).Count();

    public IPayloadSender Payloads => _payloads ??= new AudienceSender(this, clients.Format);

    protected EndpointClients Clients => clients;

    public ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        var prepared = message.Prepared ?? new PreparedMessage(message.ToString());
        return clients.PublishAsync(new BackplaneMessage(clients.Name, selection, prepared) { Key = key }, cancellationToken);
    }

    public ValueTask CloseAsync(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        return clients.PublishAsync(new BackplaneMessage(clients.Name, selection, code, reason), CancellationToken.None);
    }

    public ISockJSAudience WithKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new Audience(clients, selection, key);
    }

    public ISockJSAudience Except(params string[] connectionIds)
    {
        ArgumentNullException.ThrowIfNull(connectionIds);
        return new Audience(clients, selection with { ExceptIds = [.. selection.ExceptIds, .. connectionIds] }, key);
    }
}
