using System.Globalization;

namespace SockJS.SoakTests.Server;

/// <summary>Books each message of a client, and sends it back. A message is <c>client:number:padding</c>, with numbers from 1.</summary>
[SockJSEndpoint("/till")]
internal sealed partial class Till(Ledger ledger)
{
    private Account? _account;

    [OnMessage]
    public ValueTask TakeAsync(string message, SockJSConnection connection)
    {
        var parts = message.Split(':');
        _account ??= ledger.Of(parts[0]);
        _account.Take(int.Parse(parts[1], CultureInfo.InvariantCulture));
        return connection.SendAsync(message);
    }

    [OnClose]
    public void Close() => _account?.Close();
}
