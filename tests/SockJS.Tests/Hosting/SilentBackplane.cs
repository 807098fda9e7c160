namespace SockJS.Tests.Hosting;

/// <summary>A backplane that delivers nothing, and remembers what it was asked for.</summary>
internal sealed class SilentBackplane : IBackplane
{
    public List<string> Endpoints { get; } = [];

    public List<BackplaneMessage> Messages { get; } = [];

    public ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
    {
        Messages.Add(message);
        return default;
    }

    public IDisposable Subscribe(string endpoint, Func<BackplaneMessage, CancellationToken, ValueTask> deliver)
    {
        Endpoints.Add(endpoint);
        return new MemoryStream();
    }
}
