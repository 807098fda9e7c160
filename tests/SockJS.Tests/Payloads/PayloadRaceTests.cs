using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Payloads;

/// <summary>Memory of the pool that had two owners would mix up messages that are made of one character each.</summary>
public sealed class PayloadRaceTests
{
    private const int Threads = 4;

    private sealed record Said(string Text);

    [Fact]
    public async Task Senders_that_wait_and_give_up_leave_all_messages_whole()
    {
        var waits = 0;
        using var world = SessionWorld.Of(
            new EndpointDescriptor<TypedHandler>("/test", static (_, _) => new TypedHandler()),
            configure: static options => options.SendBufferMessages = 2);
        var session = world.Open();
        var sink = world.Attach(session, world.Sink(yields: true));
        await Race.TogetherAsync(Threads, async thread =>
        {
            var random = new Random(thread);
            await Race.RepeatAsync(async () =>
            {
                using var giveUp = new CancellationTokenSource();
                var said = new Said(new string((char)('a' + random.Next(26)), random.Next(600)));
                var sending = Enumerable.Range(0, 5).Select(_ => session.SendAsync("said", said, giveUp.Token).AsTask()).ToList();
                Interlocked.Add(ref waits, sending.Count(static one => !one.IsCompleted));
                if (random.Next(2) == 0)
                    await giveUp.CancelAsync();
                try
                {
                    await Task.WhenAll(sending);
                }
                catch (OperationCanceledException)
                {
                }
            });
            return thread;
        });

        Assert.NotEqual(0, waits);
        Assert.All(sink.Messages, static message =>
        {
            using var json = JsonDocument.Parse(message);
            AssertWhole(json.RootElement.GetProperty("data").GetProperty("text").GetString()!);
        });
    }

    [Fact]
    public async Task Messages_of_connections_that_end_are_not_mixed_up()
    {
        var texts = new ConcurrentQueue<string>();
        await Race.TogetherAsync(Threads, async thread =>
        {
            var random = new Random(thread);
            await Race.RepeatAsync(async () =>
            {
                using var world = await TypedWorld.ConnectAsync(routes => routes.On<Said>("say", async (_, _, _, said) =>
                {
                    texts.Enqueue(said.Text);
                    if (said.Text.Length % 3 == 0)
                        await Task.Yield();
                }));
                var ending = Task.CompletedTask;
                var last = random.Next(20);
                for (var i = 0; i < 20; i++)
                {
                    if (i == last)
                        ending = Task.Run(() => EndAsync(world, isOrderly: last % 2 == 0));
                    var text = new string((char)('a' + random.Next(26)), random.Next(1500));
                    world.Session.TryReceive(Encoding.UTF8.GetBytes($$"""{"type":"say","data":{"text":"{{text}}"} }"""));
                    world.Session.Handle();
                }

                await ending;
            });
            return thread;
        });

        Assert.NotEmpty(texts);
        Assert.All(texts, AssertWhole);
    }

    private static async Task EndAsync(TypedWorld world, bool isOrderly)
    {
        if (isOrderly)
            await world.Session.CloseAsync();
        else
            world.Session.Lost(world.Sink);
    }

    private static void AssertWhole(string text) => Assert.DoesNotContain(text, unit => unit != text[0]);
}
