namespace SockJS.Members;

/// <summary>What a <see cref="MemberTable{T}"/> has to know of its members.</summary>
internal interface IMember : IRecipient
{
    /// <summary>Gets the id, where it was made; many are never asked for theirs.</summary>
    string? KnownId { get; }

    /// <summary>Gets the stable name of the user.</summary>
    string? UserId { get; }

    /// <summary>Gets a value indicating whether the member has ended, and is out of the table or about to be.</summary>
    bool IsOver { get; }
}
