namespace SockJS.Groups;

/// <summary>Connections of an endpoint, sent to as one. They are looked up anew for each message.</summary>
internal class Audience(EndpointClients clients, BackplaneTarget target, string targetName = "", string? key = null, params string[] exceptIds)
    : ISockJSAudience, IPayloadTarget
{
    private AudienceSender? _payloads;

    public int Count
    {
        get
        {
            var except = clients.FindAll(exceptIds);
            return clients.Find(target, targetName).Count(connection => connection.IsOpen && except?.Contains(connection) != true);
        }
    }

    public IPayloadSender Payloads => _payloads ??= new AudienceSender(this, clients.Format);

    protected EndpointClients Clients => clients;

    public ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        var prepared = message.Prepared ?? new PreparedMessage(message.ToString());
        return clients.PublishAsync(
            new BackplaneMessage(clients.Name, target, targetName, prepared) { Key = key, ExceptIds = exceptIds }, cancellationToken);
    }

    public ValueTask CloseAsync(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        return clients.PublishAsync(
            new BackplaneMessage(clients.Name, target, targetName, code, reason) { ExceptIds = exceptIds }, CancellationToken.None);
    }

    public ISockJSAudience WithKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new Audience(clients, target, targetName, key, exceptIds);
    }

    public ISockJSAudience Except(params string[] connectionIds)
    {
        ArgumentNullException.ThrowIfNull(connectionIds);
        return new Audience(clients, target, targetName, key, [.. exceptIds, .. connectionIds]);
    }
}
