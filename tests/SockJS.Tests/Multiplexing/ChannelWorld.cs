using System.Collections.Concurrent;
using SockJS.Dispatch;
using SockJS.Groups;
using SockJS.Members;
using SockJS.Multiplexing;
using SockJS.Payloads;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

/// <summary>A multiplexed endpoint without HTTP, with the topics <c>ann</c> and <c>bob</c>, and a journal for each of their channels.</summary>
internal sealed class ChannelWorld : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<OpenedChannel>> _opened = new();
    private readonly Action<SockJSConnection, Journal>? _prepare;
    private Topic[] _topics = [];

    /// <param name="configure">Changes the settings.</param>
    /// <param name="prepare">Changes what a journal does, before its channel opens.</param>
    public ChannelWorld(Action<SockJSOptions>? configure = null, Action<SockJSConnection, Journal>? prepare = null)
    {
        _prepare = prepare;
        SockJSOptions options = null!;
        Sessions = new SessionWorld(
            (failures, _) => CreateMultiplexer(options, failures),
            configure: created =>
            {
                configure?.Invoke(created);
                options = created;
            });
    }

    /// <summary>Gets the connections that carry the channels.</summary>
    public SessionWorld Sessions { get; }

    /// <summary>Gets what the channels log.</summary>
    public LogCollector Log { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public EndpointClients Ann { get; private set; } = null!;

    public EndpointClients Bob { get; private set; } = null!;

    public MemberTable<ChannelConnection> TableOf(int topic) => _topics[topic].Channels;

    /// <summary>Hands frames over as the messages of one POST.</summary>
    public static Task<bool> PostAsync(SockJSSession session, params string[] frames)
        => session.ReceiveAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(frames));

    /// <summary>Hands frames over and waits until they are accepted.</summary>
    public static async Task SendAsync(SockJSSession session, params string[] frames) => Assert.True(await PostAsync(session, frames).SoonAsync());

    /// <summary>Waits for a channel of a topic to be opened, counted from 0 over all connections.</summary>
    public async Task<OpenedChannel> OpenedAsync(string topic, int index = 0)
    {
        await Eventually.TrueAsync(() => CountOf(topic) > index);
        return _opened[topic].ElementAt(index);
    }

    /// <summary>Opens channels on a connection, and waits until their handlers wait for messages.</summary>
    public async Task<OpenedChannel> SubscribeAsync(SockJSSession session, string topic)
    {
        var index = CountOf(topic);
        await SendAsync(session, $"sub,{topic}");
        var opened = await OpenedAsync(topic, index);
        await opened.Journal.Settled.SoonAsync();
        return opened;
    }

    public int CountOf(string topic) => _opened.TryGetValue(topic, out var opened) ? opened.Count : 0;

    public void Dispose()
    {
        Sessions.Dispose();
        Log.Dispose();
    }

    private Multiplexer CreateMultiplexer(SockJSOptions options, FailureHandler failures)
    {
        var backplane = new InProcessBackplane();
        (Ann, Bob) = (Clients("ann"), Clients("bob"));
        _topics = [TopicOf("ann", Ann), TopicOf("bob", Bob)];
        return new Multiplexer(
            new TopicTable(_topics), options, Time, failures, Log.CreateLogger("SockJS.Multiplexing"), connection => new ConnectionSender(connection, TestFormats.Default));

        EndpointClients Clients(string topic) => new(topic, backplane, Log.CreateLogger("SockJS.Groups"));

        Topic TopicOf(string name, EndpointClients clients)
        {
            var journals = new ConcurrentDictionary<SockJSConnection, Journal>();
            var handler = new SettlingHandler(new JournalHandler(failures, connection => Open(name, connection, JournalOf(connection))), JournalOf);
            var topic = new Topic(name, handler, connection => clients.Admit(connection, options.MaxGroupsPerConnection));
            clients.Add(topic.Channels, TestFormats.Default);
            return topic;

            Journal JournalOf(SockJSConnection connection) => journals.GetOrAdd(connection, static _ => new Journal());
        }
    }

    private Journal Open(string topic, SockJSConnection channel, Journal journal)
    {
        _prepare?.Invoke(channel, journal);
        _opened.GetOrAdd(topic, static _ => new ConcurrentQueue<OpenedChannel>()).Enqueue(new OpenedChannel(channel, journal));
        return journal;
    }
}
