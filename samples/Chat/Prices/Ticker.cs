using Microsoft.AspNetCore.Authorization;

namespace ChatSample.Prices;

/// <summary>One reader of prices. It has nothing to say; prices come from <see cref="PriceFeed"/>.</summary>
[Authorize]
[SockJSEndpoint("/ticker", JsonContext = typeof(ChatJson), Client = typeof(ITickerClient))]
public sealed partial class Ticker
{
    /// <summary>The name of the group that all prices go to.</summary>
    public const string Firehose = "firehose";

    /// <summary>Tells the page which of the readers it is, and lets the prices come.</summary>
    [OnOpen]
    public async ValueTask OpenAsync(SockJSConnection connection)
    {
        await connection.Client<ITickerClient>().WelcomeAsync(Reader.Of(connection).Id);
        await connection.JoinAsync(Firehose);
    }
}
