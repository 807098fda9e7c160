using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;

namespace SockJS.SocketIO.Dispatch;

/// <summary>A method that takes the auth payload.</summary>
internal sealed class AuthConnectRoute<T, TAuth>(
    JsonTypeInfo<TAuth> type, PayloadRule<TAuth> rule, Func<T, SocketIOSocket, IServiceProvider, TAuth, ValueTask<bool>> invoke) : ConnectRoute<T>
{
    private const string What = "The auth payload";

    public override ValueTask<bool> InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services)
        => invoke(instance, socket, services, Read(socket.Handshake.Auth));

    // A client that sends no payload sends an empty one, by the protocol.
    private TAuth Read(JsonElement auth)
    {
        if ((rule.AllowsNull || rule.IsOptional) && IsEmpty(auth))
            return rule.OfAbsent(What);
        try
        {
            return auth.Deserialize(type) is { } value ? value : rule.OfNull(What);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, $"{What}: {exception.Message}", exception);
        }
    }

    private static bool IsEmpty(JsonElement auth)
    {
        if (auth.ValueKind != JsonValueKind.Object)
            return auth.ValueKind == JsonValueKind.Undefined;
        using var members = auth.EnumerateObject();
        return !members.MoveNext();
    }
}
