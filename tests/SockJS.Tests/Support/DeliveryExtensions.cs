using Xunit;

namespace SockJS.Tests.Support;

internal static class DeliveryExtensions
{
    /// <summary>Delivers a message to a connection that has nothing to wait for.</summary>
    public static void Deliver(this SockJSConnection connection, PreparedMessage message, string? key = null)
        => Assert.True(connection.DeliverAsync(message, key, CancellationToken.None).AsTask().IsCompletedSuccessfully);
}
