using System.Net;
using Microsoft.AspNetCore.Http;

namespace SockJS.Testing;

/// <summary>How a <see cref="SockJSTestClient"/> connects.</summary>
public sealed class SockJSTestClientOptions
{
    /// <summary>Gets the headers of all requests of the client.</summary>
    /// <remarks>Browsers send no headers of the page's choice; those of other clients do, and tests authenticate by them.</remarks>
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <summary>Gets or sets the cookies that go along with all requests. Those that the server sets are added.</summary>
    /// <value>The default is an empty container. A container that a handler of <see cref="HttpClient"/> uses too brings the cookies of a login.</value>
    public CookieContainer Cookies { get; set; } = new();

    /// <summary>Gets or sets the origin of the page, <c>https://shop.example</c>.</summary>
    /// <value>The default is <see langword="null"/>: requests have no <c>Origin</c>, as those of programs.</value>
    public string? Origin { get; set; }

    /// <summary>Gets or sets the server id in the URLs.</summary>
    /// <value>The default is <see langword="null"/>: three random digits.</value>
    public string? ServerId { get; set; }

    /// <summary>Gets or sets the session id in the URLs. Raw WebSockets have none.</summary>
    /// <value>The default is <see langword="null"/>: eight random letters and digits.</value>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets a value indicating whether the client asks for <c>/info</c> first, as the official one does, and heeds what that says of WebSockets.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RequestInfo { get; set; }

    /// <summary>Gets or sets how long each call waits, in real time, whatever clock the server has.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
