using SockJS.Members;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Members;

public sealed class MemberIndexTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly MemberIndex<SockJSConnection> _index = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Connections_are_found_by_the_keys_they_were_added_with()
    {
        var (one, two) = (_world.Open(), _world.Open());
        _index.Add("a", one);
        _index.Add("a", two);
        _index.Add("a", two);
        _index.Add("b", two);

        Assert.Equal([one, two], _index.Find("a"));
        Assert.Equal([two], _index.Find("b"));
        Assert.Empty(_index.Find("c"));
    }

    [Fact]
    public void A_key_is_forgotten_with_its_last_connection()
    {
        var (one, two) = (_world.Open(), _world.Open());
        _index.Add("a", one);
        _index.Add("a", two);
        _index.Remove("a", one);
        _index.Remove("a", one);
        _index.Remove("b", one);
        Assert.Equal(1, _index.Count);
        Assert.Equal([two], _index.Find("a"));

        _index.Remove("a", two);
        Assert.Equal(0, _index.Count);
        Assert.Empty(_index.Find("a"));
    }

    [Fact]
    public void The_array_is_made_anew_only_after_a_change()
    {
        var one = _world.Open();
        _index.Add("a", one);
        var found = _index.Find("a");
        _index.Add("a", one);
        Assert.Same(found, _index.Find("a"));

        _index.Add("a", _world.Open());
        Assert.NotSame(found, _index.Find("a"));
    }

    [Fact]
    public async Task A_connection_that_is_added_while_the_last_leaves_is_not_lost()
    {
        await Race.RepeatAsync(async () =>
        {
            var sessions = new[] { _world.Open(), _world.Open() };
            await Race.TogetherAsync(2, thread =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    _index.Add("a", sessions[thread]);
                    Assert.Contains(sessions[thread], _index.Find("a"));
                    _index.Remove("a", sessions[thread]);
                }

                return true;
            });

            Assert.Equal(0, _index.Count);
        });
    }
}
