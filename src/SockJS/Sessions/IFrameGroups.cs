namespace SockJS.Sessions;

/// <summary>Knows which ready frames are one message, for instance a text and the binary values that it refers to.</summary>
internal interface IFrameGroups
{
    /// <summary>Returns how many of the frames behind the first belong to it.</summary>
    /// <param name="frames">The frames, from the first of a message on.</param>
    int CountFollowing(ReadOnlySpan<byte> frames);
}
