namespace SockJS.ClientTests.Transports;

/// <summary>Messages that servers, clients and the encodings between them are known to damage.</summary>
internal static class MessageCorpus
{
    public static readonly string[] All =
    [
        "plain",
        "100% %41 %zz %2F",                             // eventsource runs decodeURI over what it receives
        "\u2028 \u200c \uffff \0 </script>",            // script literals, old eval, C strings, htmlfile
        "\U0001F600 e\u0301 \u65e5\u672c\u8a9e",        // surrogate pair, combining mark, three bytes each
        "lone \ud83d surrogate",                        // no UTF-8 can carry it
        new string('x', 5000),
        "",
        " leading space, \"quotes\" \\ backslash,\r\nnew line\t+&=",
    ];
}
