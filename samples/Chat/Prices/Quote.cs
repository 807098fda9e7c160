namespace ChatSample.Prices;

/// <summary>A price. The number grows by one, so that a reader sees how many it did not get.</summary>
public sealed record Quote(string Symbol, decimal Price, long Number);
