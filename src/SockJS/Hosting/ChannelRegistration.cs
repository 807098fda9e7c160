using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>A channel that was added to a multiplexed endpoint.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Type">The channel class; <see langword="null"/> where it is a delegate.</param>
/// <param name="Metadata">The other attributes of the class.</param>
/// <param name="CreateHandler">Makes what handles it.</param>
internal sealed record ChannelRegistration(
    string Topic,
    Type? Type,
    IReadOnlyList<object> Metadata,
    Func<IServiceProvider, MessageFormats, FailureHandler, (IConnectionHandler Handler, MessageFormat Format)> CreateHandler);
