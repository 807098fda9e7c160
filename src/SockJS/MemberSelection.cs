namespace SockJS;

/// <summary>Whom something is for, by names: those that the target means, each once, without those that are left out.</summary>
internal sealed record MemberSelection
{
    public MemberSelection(BackplaneTarget target, string targetName = "")
    {
        Target = target;
        TargetName = targetName ?? throw new ArgumentNullException(nameof(targetName));
    }

    public static MemberSelection All { get; } = new(BackplaneTarget.All);

    public BackplaneTarget Target { get; }

    public string TargetName { get; }

    /// <summary>Gets the groups where several are meant.</summary>
    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    public IReadOnlyList<string> ExceptGroups { get; init; } = [];

    public IReadOnlyList<string> ExceptIds { get; init; } = [];

    /// <summary>Selects the members of any of the groups; all members where there are none.</summary>
    public static MemberSelection OfGroups(IReadOnlyList<string> groups) => groups switch
    {
        [] => All,
        [var only] => new MemberSelection(BackplaneTarget.Group, only),
        _ => new MemberSelection(BackplaneTarget.Groups) { TargetGroups = groups },
    };
}
