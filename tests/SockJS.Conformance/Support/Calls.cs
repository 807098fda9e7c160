namespace SockJS.Conformance.Support;

/// <summary>The URLs of a service, as theories need them.</summary>
internal static class Calls
{
    /// <summary>The receivers and their methods.</summary>
    public static readonly (string Method, string Path)[] Receivers =
    [
        ("POST", "/xhr"), ("POST", "/xhr_streaming"), ("GET", "/eventsource"), ("GET", "/htmlfile?c=cb"), ("GET", "/jsonp?c=cb"),
    ];

    /// <summary>Opens each kind of receiver on a session of its own; the bodies of streams are not read.</summary>
    public static async Task<List<(string Path, HttpReply Reply)>> OpenReceiversAsync(
        LiveServer server,
        string prefix,
        params (string Name, string Value)[] headers)
    {
        var replies = new List<(string, HttpReply)>();
        foreach (var (method, path) in Receivers)
        {
            var stream = await server.OpenAsync(new HttpCall(method, $"{prefix}/000/{Guid.NewGuid():N}{path}", headers));
            replies.Add((path, stream.Reply));
        }

        return replies;
    }

    /// <summary>Opens a session and makes each kind of send to it, then each kind of error.</summary>
    public static async Task<List<(string Path, HttpReply Reply)>> SendInEachWayAsync(
        LiveServer server,
        string prefix,
        params (string Name, string Value)[] headers)
    {
        var url = $"{prefix}/000/{Guid.NewGuid():N}";
        await server.PostAsync(url + "/xhr");
        return
        [
            ("/xhr_send", await server.PostAsync(url + "/xhr_send", """["a"]""", headers)),
            ("/jsonp_send", await server.PostAsync(url + "/jsonp_send", """["a"]""", headers)),
        ];
    }
}
