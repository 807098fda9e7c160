using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO;

/// <summary>What a client has said of itself when it connected and joined the namespace.</summary>
public sealed class SocketIOHandshake
{
    private readonly EngineIOConnection _connection;
    private readonly IJsonTypes _types;

    internal SocketIOHandshake(EngineIOConnection connection, JsonElement auth, DateTimeOffset time, IJsonTypes types)
    {
        _connection = connection;
        _types = types;
        Auth = auth;
        Time = time;
    }

    /// <summary>Gets the query of the request that opened the connection.</summary>
    public IQueryCollection Query => _connection.Query;

    /// <summary>Gets the headers of the request that opened the connection, without those that hold secrets; see <see cref="SockJSClientInfo.Headers"/>.</summary>
    public IHeaderDictionary Headers => _connection.Client.Headers;

    /// <summary>Gets what the client has sent to join the namespace: a JSON object, empty where it has sent nothing. Do not trust it unchecked.</summary>
    public JsonElement Auth { get; }

    /// <summary>Gets the time at which the client asked to join.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Gets the address of the client, or of the nearest proxy where forwarded headers are not in use.</summary>
    public IPAddress? Address => _connection.Client.RemoteEndPoint?.Address;

    /// <summary>Returns what the client has sent to join the namespace as a value.</summary>
    /// <typeparam name="T">The type of the value; the namespace needs JSON metadata for it.</typeparam>
    /// <exception cref="JsonException">The client has sent something else. Where a handler or filter of its connect does not catch it, the client is refused.</exception>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for the type.</exception>
    public T? GetAuth<T>() => _types.Read<T>(Auth, "The auth payload");
}
