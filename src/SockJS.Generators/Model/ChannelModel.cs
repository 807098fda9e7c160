namespace SockJS.Generators.Model;

/// <summary>Where a channel is found.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Endpoint">The prefix of the endpoint that it names, if it names one.</param>
internal sealed record ChannelModel(string Topic, string? Endpoint);
