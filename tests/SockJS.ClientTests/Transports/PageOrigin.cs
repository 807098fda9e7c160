namespace SockJS.ClientTests.Transports;

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
