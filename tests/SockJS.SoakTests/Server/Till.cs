using System.Globalization;

namespace SockJS.SoakTests.Server;

/// <summary>Books each message of a client, and sends it back. A message is <c>client:number:padding</c>, with numbers from 1.</summary>
[SockJSEndpoint("/till")]
internal sealed partial class Till(Ledger ledger)
{
    private const int OneInSoMany = 4;

    private Account? _account;

    [OnMessage]
    public async ValueTask TakeAsync(string message, SockJSConnection connection)
    {
        var parts = message.Split(':');
        _account ??= ledger.Of(parts[0]);
        var number = int.Parse(parts[1], CultureInfo.InvariantCulture);
        // Some take a while, so that those behind them wait in a queue when their client drops out.
        if (number % OneInSoMany == 0)
            await Task.Delay(5);
        _account.Take(number);
        await connection.SendAsync(message);
    }

    [OnClose]
    public void Close() => _account?.Close();
}
