using System.ComponentModel;
using SockJS.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>An argument of an event that a parameter of a handler takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventArgument
{
    internal EventArgument(MemberReader reader) => Reader = reader;

    internal MemberReader Reader { get; }
}
