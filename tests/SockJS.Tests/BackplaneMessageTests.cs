using Xunit;

namespace SockJS.Tests;

public sealed class BackplaneMessageTests
{
    [Fact]
    public void A_message_that_is_written_down_and_restored_says_the_same()
    {
        var selection = MemberSelection.OfGroups(["red", "blue"]) with { ExceptGroups = ["green"], ExceptIds = ["one"] };
        AssertSame(new BackplaneMessage("/chat", selection, new PreparedMessage("text")) { Key = "oil" });
        AssertSame(new BackplaneMessage("/chat", selection, PreparedMessage.FromFrames(new byte[] { 0x81, 1, 0x34 })) { IsVolatile = true });
        AssertSame(new BackplaneMessage("/chat", selection, 4000, "Enough"));
        AssertSame(new BackplaneMessage("/chat", selection, BackplaneAction.Join) { Groups = ["black", "white"] });
        AssertSame(new BackplaneMessage("/chat", selection, BackplaneAction.Leave) { Groups = ["black"] });
        AssertSame(new BackplaneMessage("/chat", new MemberSelection(BackplaneTarget.User, "ann"), BackplaneAction.Disconnect) { ClosesConnection = true });
    }

    [Theory]
    [InlineData(BackplaneAction.Send)]
    [InlineData(BackplaneAction.Close)]
    [InlineData((BackplaneAction)99)]
    public void An_action_that_needs_more_than_names_has_another_constructor(BackplaneAction action)
        => Assert.Throws<ArgumentOutOfRangeException>(nameof(action), () => new BackplaneMessage("/chat", BackplaneTarget.All, "", action));

    [Fact]
    public void What_is_missing_is_said_where_it_is_missing()
    {
        Assert.Throws<ArgumentNullException>("endpoint", static () => new BackplaneMessage(null!, BackplaneTarget.All, "", BackplaneAction.Join));
        Assert.Throws<ArgumentNullException>("targetName", static () => new BackplaneMessage("", BackplaneTarget.All, null!, BackplaneAction.Join));
        Assert.Throws<ArgumentNullException>("message", static () => new BackplaneMessage("", BackplaneTarget.All, "", (PreparedMessage)null!));
        Assert.Throws<ArgumentNullException>("closeReason", static () => new BackplaneMessage("", BackplaneTarget.All, "", 1000, null!));
    }

    [Fact]
    public void Bytes_of_frames_are_kept_as_they_are_and_are_no_text()
    {
        var frames = new byte[] { 0x81, 1, 0x34 };
        var message = PreparedMessage.FromFrames(frames);
        Assert.True(message.IsFrames);
        Assert.True(message.Frames.Equals(frames));
        Assert.Equal("", message.ToString());

        var text = new PreparedMessage("text");
        Assert.False(text.IsFrames);
        Assert.True(text.Frames.IsEmpty);
    }

    private static void AssertSame(BackplaneMessage message) => Assert.Equivalent(message, Restored(message), strict: true);

    // Only what everybody sees is used here, as by a backplane in a package of its own.
    private static BackplaneMessage Restored(BackplaneMessage from) => from switch
    {
        { Message: { IsFrames: true } frames } => new(from.Endpoint, from.Target, from.TargetName, PreparedMessage.FromFrames(frames.Frames.ToArray()))
        {
            TargetGroups = from.TargetGroups,
            ExceptGroups = from.ExceptGroups,
            ExceptIds = from.ExceptIds,
            IsVolatile = from.IsVolatile,
        },
        { Message: { } text } => new(from.Endpoint, from.Target, from.TargetName, new PreparedMessage(text.ToString()))
        {
            TargetGroups = from.TargetGroups,
            ExceptGroups = from.ExceptGroups,
            ExceptIds = from.ExceptIds,
            Key = from.Key,
            IsVolatile = from.IsVolatile,
        },
        { Action: BackplaneAction.Close } => new(from.Endpoint, from.Target, from.TargetName, from.CloseCode, from.CloseReason)
        {
            TargetGroups = from.TargetGroups,
            ExceptGroups = from.ExceptGroups,
            ExceptIds = from.ExceptIds,
        },
        _ => new(from.Endpoint, from.Target, from.TargetName, from.Action)
        {
            TargetGroups = from.TargetGroups,
            ExceptGroups = from.ExceptGroups,
            ExceptIds = from.ExceptIds,
            Groups = from.Groups,
            ClosesConnection = from.ClosesConnection,
        },
    };
}
