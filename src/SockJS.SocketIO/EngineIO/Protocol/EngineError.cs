using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>Why a request is refused. Clients compare the body as text.</summary>
internal sealed class EngineError
{
    private EngineError(int code, int status, string message)
    {
        Code = code;
        Status = status;
        Message = message;
        Body = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $$"""{"code":{{code}},"message":"{{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(message)}}"}"""));
    }

    /// <summary>The transport is missing, unknown, or off.</summary>
    public static EngineError TransportUnknown { get; } = new(0, 400, "Transport unknown");

    /// <summary>There is no session of that id; there may have been one, or be one on another server.</summary>
    public static EngineError SessionUnknown { get; } = new(1, 400, "Session ID unknown");

    /// <summary>Sessions are opened by GET.</summary>
    public static EngineError BadHandshakeMethod { get; } = new(2, 400, "Bad handshake method");

    /// <summary>The request fits neither a new session nor the state of its session.</summary>
    public static EngineError BadRequest { get; } = new(3, 400, "Bad request");

    /// <summary>The client speaks another revision of the protocol than the fourth.</summary>
    public static EngineError UnsupportedVersion { get; } = new(5, 400, "Unsupported protocol version");

    public int Code { get; }

    /// <summary>Gets the status of the answer.</summary>
    public int Status { get; }

    public string Message { get; }

    /// <summary>Gets the body of the answer, JSON.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The application wants no session for this request.</summary>
    public static EngineError Forbidden(string message = "Forbidden") => new(4, 403, message);
}
