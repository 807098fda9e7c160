using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace SockJS.SocketIO.Acks;

/// <summary>A client has answered something else than it was asked for. A handler that does not mind is not at fault.</summary>
/// <param name="cause">What is wrong.</param>
[SuppressMessage("Design", "CA1032", Justification = "Nobody else throws it.")]
[SuppressMessage("Design", "CA1064", Justification = "Applications see the exception that it is derived from.")]
internal sealed class WrongAnswerException(Exception cause) : JsonException(cause.Message, cause);
