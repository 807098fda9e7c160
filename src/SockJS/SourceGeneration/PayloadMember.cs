using System.ComponentModel;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>A member of a payload that a parameter of a handler takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadMember
{
    internal PayloadMember(MemberReader reader) => Reader = reader;

    internal MemberReader Reader { get; }
}
