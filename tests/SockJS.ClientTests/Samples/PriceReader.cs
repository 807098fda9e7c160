using System.Globalization;
using Microsoft.Playwright;

namespace SockJS.ClientTests.Samples;

/// <summary>What the page shows of a client that reads prices.</summary>
internal sealed class PriceReader(ILocator row)
{
    public Task<int> ReceivedAsync() => CellAsync(0);

    public Task<int> MissedAsync() => CellAsync(1);

    public Task<int> QueuedBytesAsync() => CellAsync(2);

    private async Task<int> CellAsync(int column)
    {
        // There is a dash where nothing is known yet.
        var text = await row.GetByRole(AriaRole.Cell).Nth(column).InnerTextAsync();
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
