using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Dispatch;
using SockJS.Groups;
using SockJS.Multiplexing;
using SockJS.Payloads;

namespace SockJS.Hosting;

/// <summary>Puts together what handles the connections of a multiplexed endpoint, and lets applications find its channels.</summary>
internal sealed class MultiplexerFactory(IServiceProvider services, string prefix, IReadOnlyList<ChannelRegistration> channels)
{
    public (Multiplexer Handler, MessageFormat Format) Create(MessageFormats formats, FailureHandler failures)
    {
        var registry = services.GetRequiredService<ClientRegistry>();
        var topics = new TopicTable([.. channels.Select(channel => CreateTopic(channel, registry, formats, failures))]);
        var format = formats.Create();
        var multiplexer = new Multiplexer(
            topics,
            formats.Options,
            services.GetRequiredService<TimeProvider>(),
            failures,
            services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Multiplexing),
            connection => new ConnectionSender(connection, format));
        return (multiplexer, format);
    }

    private Topic CreateTopic(ChannelRegistration channel, ClientRegistry registry, MessageFormats formats, FailureHandler failures)
    {
        var (handler, format) = channel.CreateHandler(services, formats, failures);
        var key = ClientRegistry.ChannelKey(prefix, channel.Topic);
        var clients = channel.Type is { } type ? registry.Of(type) : registry.Of(key);
        var topic = new Topic(channel.Topic, handler, connection => clients.Admit(connection, formats.Options.MaxGroupsPerConnection));
        clients.Add(topic.Channels, format);
        registry.Map(key, clients);
        return topic;
    }
}
