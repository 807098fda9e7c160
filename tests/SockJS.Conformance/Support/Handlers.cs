namespace SockJS.Conformance.Support;

/// <summary>Small services for servers with settings of a test's own.</summary>
internal static class Handlers
{
    public static async Task Echo(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
            await connection.SendAsync(message);
    }

    /// <summary>Reads and says nothing.</summary>
    public static async Task Sink(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
            _ = message;
    }
}
