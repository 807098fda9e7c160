using SockJS.Members;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Members;

public sealed class MemberTableTests
{
    private readonly MemberTable<Member> _table = new();

    [Fact]
    public void Members_are_found_by_their_ids_and_their_users()
    {
        var (one, two) = (Added("one", "ann"), Added("two", "ann"));

        Assert.Same(one, _table.Find("one"));
        Assert.Same(two, _table.Find("two"));
        Assert.Null(_table.Find("ann"));
        Assert.Equal([one, two], _table.OfUser("ann"));
        Assert.Empty(_table.OfUser("one"));
    }

    [Fact]
    public void A_member_is_found_by_an_id_that_it_gets_later()
    {
        var member = Added(id: null);
        Assert.Equal(0, _table.IdCount);

        _table.AddId("late", member);
        Assert.Same(member, _table.Find("late"));
    }

    [Fact]
    public void Members_that_are_not_open_are_neither_enumerated_nor_found_by_their_ids()
    {
        var (one, two) = (Added("one"), Added("two"));
        one.End();

        Assert.Equal([two], _table);
        Assert.Null(_table.Find("one"));
        Assert.True(_table.TryFind("one", out _));
        Assert.Equal(2, _table.All.Count());
        Assert.Equal(2, _table.Count);
    }

    [Fact]
    public void A_member_is_removed_once_and_leaves_nothing_behind()
    {
        var member = Added("one", "ann");
        Assert.True(_table.Remove(member));
        Assert.False(_table.Remove(member));

        AssertEmpty();
    }

    [Fact]
    public void A_member_that_ends_late_does_not_take_the_one_along_that_came_back_with_its_id()
    {
        var gone = Added("one");
        gone.End();
        var back = Added("one");
        _table.Remove(gone);

        Assert.Same(back, _table.Find("one"));
    }

    [Fact]
    public async Task Members_that_end_while_they_are_added_leave_nothing_behind()
    {
        await Race.RepeatAsync(async () =>
        {
            var members = Enumerable.Range(0, 200).Select(static i => new Member($"{i}", "ann")).ToArray();
            await Race.TogetherAsync(2, thread =>
            {
                foreach (var member in members)
                {
                    if (thread == 0)
                        Open(member);
                    else
                        End(member);
                }

                return true;
            });

            AssertEmpty();
        });

        void Open(Member member)
        {
            _table.Add(member);
            if (member.IsOver)
                _table.Remove(member);
        }

        void End(Member member)
        {
            member.End();
            _table.Remove(member);
        }
    }

    private Member Added(string? id, string? user = null)
    {
        var member = new Member(id, user);
        _table.Add(member);
        return member;
    }

    private void AssertEmpty() => Assert.Equal((0, 0, 0), (_table.Count, _table.IdCount, _table.UserCount));
}
