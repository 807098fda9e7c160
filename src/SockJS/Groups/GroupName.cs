namespace SockJS.Groups;

/// <summary>What a group can be called.</summary>
internal static class GroupName
{
    private const int MaxLength = 256;

    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MaxLength)
            throw new ArgumentException($"The name of a group has at most {MaxLength} characters.", nameof(name));
    }
}
