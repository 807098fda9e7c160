using SockJS.Groups;
using SockJS.Members;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class MemberSelectorTests : IDisposable
{
    private readonly LogCollector _log = new();
    private readonly MemberTable<Member> _table = new();
    private readonly GroupTable<Member> _groups;
    private readonly Member _one;
    private readonly Member _two;
    private readonly Member _three;

    public MemberSelectorTests()
    {
        _groups = new GroupTable<Member>(_log.CreateLogger("test"));
        _one = Joined("one", "ann", "red", "blue");
        _two = Joined("two", "ann", "red");
        _three = Joined("three", null, "blue", "green");
    }

    private MemberSelector<Member> Selector => new(_groups, _table, idsAreGroups: true);

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("", "one two three")]
    [InlineData("red", "one two")]
    [InlineData("red blue", "one two three")]
    [InlineData("green red", "two three one")]
    [InlineData("three", "three")]
    [InlineData("red three", "one two three")]
    [InlineData("one red", "one two")]
    [InlineData("none", "")]
    [InlineData("none also-none", "")]
    public void Members_of_any_of_the_groups_and_those_of_the_ids_are_selected_once(string groups, string expected)
        => AssertSelected(expected, MemberSelection.OfGroups(Split(groups)));

    [Theory]
    [InlineData("", "red", "", "three")]
    [InlineData("", "red blue", "", "")]
    [InlineData("", "one", "three", "two")]
    [InlineData("red", "green", "", "one two")]
    [InlineData("red", "", "one", "two")]
    [InlineData("red blue", "green", "none two", "one")]
    public void Members_of_excepted_groups_and_those_of_excepted_ids_are_left_out(string groups, string exceptGroups, string exceptIds, string expected)
        => AssertSelected(expected, MemberSelection.OfGroups(Split(groups)) with { ExceptGroups = Split(exceptGroups), ExceptIds = Split(exceptIds) });

    [Fact]
    public void A_user_and_a_single_member_are_selected_by_name()
    {
        AssertSelected("one two", new MemberSelection(BackplaneTarget.User, "ann"));
        AssertSelected("two", new MemberSelection(BackplaneTarget.Connection, "two"));
        AssertSelected("", new MemberSelection(BackplaneTarget.Connection, "red"));
        AssertSelected("", new MemberSelection((BackplaneTarget)99, "red"));
    }

    [Fact]
    public void Several_groups_of_which_there_is_only_one_or_none_are_no_special_case()
    {
        AssertSelected("one two", new MemberSelection(BackplaneTarget.Groups) { TargetGroups = ["red"] });
        AssertSelected("", new MemberSelection(BackplaneTarget.Groups));
    }

    [Fact]
    public void Ids_are_groups_only_where_that_is_wanted()
    {
        var selector = new MemberSelector<Member>(_groups, _table);
        Assert.Empty(selector.FindOpen(MemberSelection.OfGroups(["one"])));
        Assert.Equal([_one, _two], selector.FindOpen(MemberSelection.OfGroups(["red"]) with { ExceptGroups = ["one"] }));
    }

    [Fact]
    public void Members_that_have_ended_are_not_selected()
    {
        _one.End();
        AssertSelected("two", MemberSelection.OfGroups(["red"]));
        AssertSelected("two three", MemberSelection.All);
        AssertSelected("two", new MemberSelection(BackplaneTarget.User, "ann"));
    }

    [Fact]
    public async Task A_message_is_delivered_once_to_each_that_it_is_for()
    {
        var selection = MemberSelection.OfGroups(["red", "blue"]) with { ExceptIds = ["two"] };
        await Selector.DeliverAsync(new BackplaneMessage("/", selection, new PreparedMessage("hello")), CancellationToken.None);

        Assert.Equal([1, 0, 1], new[] { _one, _two, _three }.Select(static member => member.Received.Count));
    }

    [Fact]
    public async Task A_delivery_that_fails_or_waits_keeps_the_message_from_nobody_else()
    {
        var waiting = new TaskCompletionSource();
        Join(new Member("failing") { Delivering = Task.FromException(new InvalidOperationException("Full")) }, "odd");
        Join(new Member("waiting") { Delivering = waiting.Task }, "odd");
        var last = Joined("last", null, "odd");
        var delivery = Selector.DeliverAsync(new BackplaneMessage("/", MemberSelection.OfGroups(["odd"]), new PreparedMessage("hello")), CancellationToken.None).AsTask();

        Assert.Single(last.Received);
        Assert.False(delivery.IsCompleted);
        waiting.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => delivery);
    }

    [Fact]
    public void One_group_costs_no_memory_however_many_are_in_it()
    {
        var message = new BackplaneMessage("/", MemberSelection.OfGroups(["many"]), new PreparedMessage("hello"));
        var silent = new GroupTable<SilentMember>(_log.CreateLogger("test"));
        for (var i = 0; i < 1000; i++)
            silent.Add("many", new SilentMember());
        var selector = new MemberSelector<SilentMember>(silent, new MemberTable<SilentMember>(), idsAreGroups: true);
        Assert.True(selector.DeliverAsync(message, CancellationToken.None).AsTask().IsCompletedSuccessfully);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(selector.DeliverAsync(message, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void All_cost_no_memory_for_each()
    {
        var message = new BackplaneMessage("/", MemberSelection.All, new PreparedMessage("hello"));
        var table = new MemberTable<SilentMember>();
        for (var i = 0; i < 1000; i++)
            table.Add(new SilentMember());
        var selector = new MemberSelector<SilentMember>(new GroupTable<SilentMember>(_log.CreateLogger("test")), table);
        Assert.True(selector.DeliverAsync(message, CancellationToken.None).AsTask().IsCompletedSuccessfully);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(selector.DeliverAsync(message, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300);
    }

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void AssertSelected(string expected, MemberSelection selection)
    {
        var selected = Selector.FindOpen(selection).Select(static member => member.ToString()).ToList();
        Assert.Equal(selected.Distinct(), selected);
        Assert.Equal(Split(expected).Order(), selected.Order());
    }

    private Member Joined(string id, string? user, params string[] groups) => Join(new Member(id, user), groups);

    private Member Join(Member member, params string[] groups)
    {
        _table.Add(member);
        var membership = new Membership<Member>(_groups, member, maxGroups: 10);
        Assert.All(groups, group => Assert.True(membership.Join(group)));
        return member;
    }

    private sealed class SilentMember : IMember
    {
        public string? KnownId => null;

        public string? UserId => null;

        public bool IsOver => false;

        public bool IsOpen => true;

        public CancellationToken Closed => default;

        public ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken) => default;
    }
}
