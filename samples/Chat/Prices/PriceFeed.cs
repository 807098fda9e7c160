namespace ChatSample.Prices;

/// <summary>
/// Makes up prices, and sends them to all readers. A price replaces the one of the same symbol that still waits for a reader, so whoever does
/// not read costs no more than the newest price of each, and delays nobody.
/// </summary>
internal sealed class PriceFeed(ISockJSClients<Ticker> clients, ReplacedMessages replaced, TimeProvider time) : BackgroundService
{
    private const int MaxReadersShown = 20;
    private const int TicksBetweenOverviews = 5;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, decimal> _prices = new() { ["APPLE"] = 100, ["PEAR"] = 80, ["PLUM"] = 60, ["QUINCE"] = 120 };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var readers = clients.Group(Ticker.Firehose);
        using var timer = new PeriodicTimer(s_interval, time);
        for (var number = 1L; await timer.WaitForNextTickAsync(stoppingToken); number++)
        {
            if (readers.Count == 0)
                continue;
            foreach (var symbol in _prices.Keys)
                await readers.WithKey(symbol).Client<ITickerClient>().QuoteAsync(Next(symbol, number));
            if (number % TicksBetweenOverviews == 0)
                await readers.WithKey("overview").Client<ITickerClient>().OverviewAsync(Look(readers));
        }
    }

    private Quote Next(string symbol, long number)
    {
        var price = Math.Max(1, _prices[symbol] + (Random.Shared.Next(-100, 101) / 100m));
        _prices[symbol] = price;
        return new(symbol, price, number);
    }

    // The longest queues first.
    private Overview Look(ISockJSGroup readers)
        => new(replaced.Count, [.. readers.Members.Select(Reader.Of).OrderByDescending(static reader => reader.QueuedBytes).Take(MaxReadersShown)]);
}
