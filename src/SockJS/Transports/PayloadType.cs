namespace SockJS.Transports;

/// <summary>What the content type of a sending request amounts to.</summary>
internal enum PayloadType
{
    /// <summary><c>text/plain</c>, or none.</summary>
    Plain,

    /// <summary>JSON or XML, or the <c>T</c> of old Firefox: the body is JSON all the same.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>Anything else.</summary>
    Other,
}
