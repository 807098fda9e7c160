using System.Text.Json;
using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Namespaces.Recovery;

/// <summary>What a client says that would be the socket again that it was.</summary>
/// <param name="Secret">The secret that it was told.</param>
/// <param name="Since">The number of the last event that it has got; <see langword="null"/> for none.</param>
internal readonly record struct RecoveryRequest(string Secret, long? Since)
{
    /// <summary>Reads it out of what the client sends to join. What is of another type than it should be is no request.</summary>
    public static RecoveryRequest? Read(JsonElement auth)
    {
        try
        {
            return ReadTexts(auth);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which is no text.
            return null;
        }
    }

    private static RecoveryRequest? ReadTexts(JsonElement auth)
    {
        if (!auth.TryGetProperty("pid"u8, out var pid) || pid.ValueKind != JsonValueKind.String)
            return null;
        if (!auth.TryGetProperty("offset"u8, out var offset) || offset.ValueKind == JsonValueKind.Null)
            return new RecoveryRequest(pid.GetString()!, null);
        return offset.ValueKind == JsonValueKind.String && EventSequence.TryRead(offset.GetString()!, out var since)
            ? new RecoveryRequest(pid.GetString()!, since)
            : null;
    }
}
