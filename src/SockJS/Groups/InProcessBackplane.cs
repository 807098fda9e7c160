using System.Collections.Concurrent;

namespace SockJS.Groups;

/// <summary>The backplane of a single server: a call.</summary>
internal sealed class InProcessBackplane : IBackplane
{
    private readonly ConcurrentDictionary<string, Func<BackplaneMessage, CancellationToken, ValueTask>> _subscribers = new(StringComparer.Ordinal);

    public ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => _subscribers.TryGetValue(message.Endpoint, out var deliver) ? deliver(message, cancellationToken) : default;

    public IDisposable Subscribe(string endpoint, Func<BackplaneMessage, CancellationToken, ValueTask> deliver)
    {
        if (!_subscribers.TryAdd(endpoint, deliver))
            throw new InvalidOperationException($"Two endpoints have the name \"{endpoint}\".");
        return new Subscription(_subscribers, endpoint);
    }

    private sealed class Subscription(ConcurrentDictionary<string, Func<BackplaneMessage, CancellationToken, ValueTask>> subscribers, string endpoint)
        : IDisposable
    {
        public void Dispose() => subscribers.TryRemove(endpoint, out _);
    }
}
