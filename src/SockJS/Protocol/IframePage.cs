using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SockJS.Protocol;

/// <summary>The page that the iframe transports of the client load from the server, to be of its origin.</summary>
/// <param name="clientLibraryUrl">Where the page finds the client library; it must be the version that the outer page uses.</param>
internal sealed class IframePage(string clientLibraryUrl)
{
    private static readonly SearchValues<char> s_versionCharacters = SearchValues.Create("-.0123456789_abcdefghijklmnopqrstuvwxyz");

    private readonly byte[] _body = Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html>
        <head>
          <meta http-equiv="X-UA-Compatible" content="IE=edge" />
          <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
          <script src="{WebUtility.HtmlEncode(clientLibraryUrl)}"></script>
          <script>
            document.domain = document.domain;
            SockJS.bootstrap_iframe();
          </script>
        </head>
        <body>
          <h2>Don't panic!</h2>
          <p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>
        </body>
        </html>
        """);

    private string? _etag;

    public ReadOnlyMemory<byte> Body => _body;

    public string ETag => _etag ??= $"\"{Convert.ToHexString(SHA256.HashData(_body).AsSpan(0, 16))}\"";

    /// <summary>Returns whether a client may ask for the page by this name, which carries its version: <c>iframe-1.6.1.html</c>.</summary>
    public static bool IsIframeName(ReadOnlySpan<char> fileName)
    {
        const string Start = "iframe";
        const string End = ".html";
        return fileName.Length >= Start.Length + End.Length
            && fileName.StartsWith(Start, StringComparison.Ordinal)
            && fileName.EndsWith(End, StringComparison.Ordinal)
            && !fileName.ContainsAnyExcept(s_versionCharacters);
    }
}
