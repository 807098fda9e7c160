using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Origins;

/// <summary>Where the page comes from that uses an endpoint.</summary>
public enum PageOrigin
{
    /// <summary>The server of the endpoint.</summary>
    Same,

    /// <summary>Another port of the same host: another origin, yet the same site.</summary>
    OtherPort,

    /// <summary>Another host.</summary>
    OtherSite,
}

internal static class PageOrigins
{
    /// <summary>Gets the address of a page.</summary>
    /// <param name="origin">Where the page comes from.</param>
    /// <param name="service">The server of the endpoint.</param>
    /// <param name="other">Another server.</param>
    public static Uri PageAddress(this PageOrigin origin, TestServer service, TestServer other) => origin switch
    {
        PageOrigin.Same => service.Address,
        PageOrigin.OtherPort => other.Address,
        // A page of localhost is of another site than 127.0.0.1, though both are this machine.
        _ => new UriBuilder(other.Address) { Host = "localhost" }.Uri,
    };
}
