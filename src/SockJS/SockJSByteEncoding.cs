namespace SockJS;

/// <summary>How bytes travel in messages, which are text.</summary>
public enum SockJSByteEncoding
{
    /// <summary>The bytes are text in UTF-8. A message that would end within a character ends before it; the rest comes with the next one.</summary>
    /// <remarks>For protocols of text. A handler that sends anything else has failed: its connection is closed with 4500.</remarks>
    Utf8,

    /// <summary>Each character, U+0000 to U+00FF, is one byte. In JavaScript, <c>text.charCodeAt(i)</c> and <c>String.fromCharCode(…)</c>.</summary>
    /// <remarks>A message with any other character closes its connection with 4400.</remarks>
    Latin1,

    /// <summary>Each message is Base64 of its own, padded: 4 characters for 3 bytes. In JavaScript, <c>atob</c> and <c>btoa</c>.</summary>
    /// <remarks>A message that is not Base64 closes its connection with 4400.</remarks>
    Base64,
}
