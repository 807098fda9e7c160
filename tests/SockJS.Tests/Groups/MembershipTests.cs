using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class MembershipTests : IDisposable
{
    private readonly LogCollector _log = new();
    private readonly GroupTable<Member> _groups;

    public MembershipTests() => _groups = new GroupTable<Member>(_log.CreateLogger("test"));

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_member_is_in_its_groups_until_it_ends()
    {
        var (membership, member) = Admit(maxGroups: 2);
        Assert.True(membership.Join("red"));
        Assert.False(membership.Join("red"));
        Assert.True(membership.Join("blue"));
        Assert.Throws<InvalidOperationException>(() => membership.Join("green"));
        Assert.Equal([member], _groups.MembersOf("red"));

        member.End();
        Assert.False(membership.Join("red"));
        Assert.Empty(membership.Groups);
        Assert.Equal(0, _groups.Count);
    }

    [Fact]
    public async Task A_message_lets_members_join_and_leave_several_groups()
    {
        var (membership, _) = Admit(maxGroups: 10);
        await membership.ChangeAsync(Change(BackplaneAction.Join, "red", "blue", "red"));
        Assert.Equal(["blue", "red"], membership.Groups.Order());

        await membership.ChangeAsync(Change(BackplaneAction.Leave, "red", "green"));
        Assert.Equal(["blue"], membership.Groups);
    }

    [Fact]
    public async Task What_a_message_asks_in_vain_fails_the_task_and_not_the_call()
    {
        var (membership, _) = Admit(maxGroups: 1);
        var joining = membership.ChangeAsync(Change(BackplaneAction.Join, "red", "blue"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => joining.AsTask());
        var nameless = membership.ChangeAsync(Change(BackplaneAction.Leave, ""));
        await Assert.ThrowsAsync<ArgumentException>(() => nameless.AsTask());

        Assert.Equal(["red"], membership.Groups);
    }

    [Fact]
    public async Task Members_that_join_as_they_end_leave_nothing_behind()
    {
        await Race.RepeatAsync(async () =>
        {
            var (membership, member) = Admit(maxGroups: 10);
            await Race.TogetherAsync(3, thread =>
            {
                if (thread == 0)
                    member.End();
                else
                    membership.Join($"{thread}");
                return true;
            });

            Assert.Empty(membership.Groups);
            Assert.Equal(0, _groups.Count);
        });
    }

    private static BackplaneMessage Change(BackplaneAction action, params string[] groups)
        => new("/chat", BackplaneTarget.All, "", action) { Groups = groups };

    private (Membership<Member> Membership, Member Member) Admit(int maxGroups)
    {
        var member = new Member();
        return (new Membership<Member>(_groups, member, maxGroups), member);
    }
}
