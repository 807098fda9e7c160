using SockJS;
using SockJS.Hosting;
using SockJS.Protocol;
using SockJS.SourceGeneration;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds channels to a multiplexed endpoint.</summary>
public sealed class SockJSChannelsBuilder
{
    private readonly List<ChannelRegistration> _channels = [];

    internal SockJSChannelsBuilder()
    {
    }

    internal IReadOnlyList<ChannelRegistration> Channels => _channels;

    /// <summary>Adds a class that has the attribute <see cref="SockJSChannelAttribute"/>.</summary>
    /// <typeparam name="T">The annotated class.</typeparam>
    /// <param name="topic">A topic in place of the attribute's.</param>
    /// <returns>The builder, for more channels.</returns>
    /// <exception cref="ArgumentException">The topic breaks a rule for topics, or there is a channel of this topic already.</exception>
    public SockJSChannelsBuilder Add<T>(string? topic = null)
        where T : class, ISockJSChannel<T>
    {
        var descriptor = T.Describe();
        topic ??= descriptor.Prefix;
        Check(topic);
        _channels.Add(new ChannelRegistration(topic, typeof(T), descriptor.Metadata, (services, formats, failures) =>
        {
            var format = formats.Create(
                descriptor.Shape, descriptor.JsonContext, descriptor.KeepsJsonOptions, descriptor.Client is { } client ? client.Create : null);
            return (new ClassRunner<T>(descriptor.Build(format), format, failures, services), format);
        }));
        return this;
    }

    /// <summary>Adds a channel whose handler reads the messages itself, for instance with <c>await foreach (var message in connection.ReadAllAsync())</c>.</summary>
    /// <param name="topic">The name by which clients open the channel.</param>
    /// <param name="handler">Handles the channel of one client. When it returns, the channel is closed.</param>
    /// <returns>The builder, for more channels.</returns>
    /// <exception cref="ArgumentException">The topic breaks a rule for topics, or there is a channel of this topic already.</exception>
    public SockJSChannelsBuilder Add(string topic, Func<SockJSConnection, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(handler);
        Check(topic);
        _channels.Add(new ChannelRegistration(topic, Type: null, Metadata: [], (_, formats, failures) =>
        {
            var format = formats.Create();
            return (new DelegateRunner(handler, format, failures), format);
        }));
        return this;
    }

    private void Check(string topic)
    {
        if (TopicName.FindProblem(topic) is { } problem)
            throw new ArgumentException($"The topic \"{topic}\" {problem}.", nameof(topic));
        if (_channels.Exists(other => other.Topic == topic))
            throw new ArgumentException($"The endpoint has a channel \"{topic}\" already.", nameof(topic));
    }
}
