namespace SockJS;

/// <summary>How the name and the payload of a message share its JSON object.</summary>
public enum SockJSMessageShape
{
    /// <summary>The payload has a member of its own: <c>{"type":"say","data":{"text":"hi"}}</c>.</summary>
    Envelope,

    /// <summary>The members of the payload stand beside the name: <c>{"type":"say","text":"hi"}</c>. Payloads are JSON objects then.</summary>
    Flat,
}
