namespace ChatSample.Prices;

/// <summary>Who reads, and how many messages were replaced by newer ones before their reader came for them.</summary>
public sealed record Overview(long Replaced, IReadOnlyList<Reader> Readers);
