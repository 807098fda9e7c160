namespace ChatSample.Prices;

/// <summary>What readers of prices are told.</summary>
public interface ITickerClient
{
    /// <summary>The connection is open, and this is its id among the readers.</summary>
    ValueTask WelcomeAsync(string id);

    /// <summary>There is a new price.</summary>
    ValueTask QuoteAsync(Quote quote);

    /// <summary>These are the readers, and so much waits for them.</summary>
    ValueTask OverviewAsync(Overview overview);
}
