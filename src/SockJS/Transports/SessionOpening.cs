using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>What came of the wish for a session.</summary>
/// <param name="Session">The session; <see langword="null"/> where there is none to be had.</param>
/// <param name="Refusal">The close frame to send in its place; <see langword="null"/> where the response says why there is none.</param>
internal readonly record struct SessionOpening(Session? Session, Frame? Refusal = null);
