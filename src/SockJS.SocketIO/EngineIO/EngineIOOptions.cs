using Microsoft.AspNetCore.Http;

namespace SockJS.SocketIO.EngineIO;

/// <summary>Settings of an Engine.IO endpoint. Those set globally are where every endpoint starts from; each may change its own.</summary>
public class EngineIOOptions : EndpointOptions
{
    /// <summary>Gets or sets the transports that are served; a request for any other is refused with status 400, "Transport unknown".</summary>
    /// <value>The default is <see cref="EngineIOTransports.All"/>.</value>
    public EngineIOTransports Transports { get; set; } = EngineIOTransports.All;

    /// <summary>Gets or sets a value indicating whether a session that began with polling may go on over WebSocket, where that is among the <see cref="Transports"/>.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AllowUpgrades { get; set; } = true;

    /// <summary>Gets or sets the time between the pong of a client and the next ping to it. Clients are told, in whole milliseconds.</summary>
    /// <value>The default is 25 seconds.</value>
    /// <remarks>It has to be shorter than what proxies take for idle.</remarks>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Gets or sets how long a client may leave a ping unanswered before its session is closed. Clients are told, in whole milliseconds.</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how long a WebSocket may take to replace polling before it is closed; the session goes on polling.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan UpgradeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long a session that the server has closed waits for the poll that fetches its last packets.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan CloseLinger { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how large a WebSocket message or the body of a POST may be. Larger ones end in close code 1009 and status 413. Clients are told.</summary>
    /// <value>The default is 1,000,000 bytes.</value>
    public int MaxPayload { get; set; } = 1_000_000;

    /// <summary>Gets or sets how many packets the response to a poll has at most; the next poll gets those that are left.</summary>
    /// <value>The default is 16, as many as the client for Python accepts.</value>
    public int MaxPacketsPerPoll { get; set; } = 16;

    /// <summary>Gets the cookie for load balancers that keep a client on one server only where they see one.</summary>
    /// <value>The default is a cookie that is off.</value>
    public EngineIOCookieOptions Cookie { get; } = new();

    /// <summary>Gets or sets a function that is asked about every request that would open a session, over any transport. It may refuse the client and add headers to the response.</summary>
    /// <value>The default is <see langword="null"/>: all may that come from an allowed origin.</value>
    /// <remarks>What it throws is logged, and the client is refused with status 400 and error 3, "Bad request".</remarks>
    public Func<EngineIOHandshake, ValueTask>? OnHandshake { get; set; }

    /// <summary>Gets or sets what sees each further request of a connection, polls, posts and upgrades, before it is answered: to read or add headers.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Action<EngineIOConnection, HttpContext>? OnRequest { get; set; }

    // Where two overrides in a row return types of their own, .NET 8 compiled ahead of time calls the wrong one.
    internal override EndpointOptions Copy()
    {
        var copy = new EngineIOOptions();
        CopyTo(copy);
        return copy;
    }

    internal override void CopyTo(EndpointOptions target)
    {
        base.CopyTo(target);
        var copy = (EngineIOOptions)target;
        copy.Transports = Transports;
        copy.AllowUpgrades = AllowUpgrades;
        copy.PingInterval = PingInterval;
        copy.PingTimeout = PingTimeout;
        copy.UpgradeTimeout = UpgradeTimeout;
        copy.CloseLinger = CloseLinger;
        copy.MaxPayload = MaxPayload;
        copy.MaxPacketsPerPoll = MaxPacketsPerPoll;
        Cookie.CopyTo(copy.Cookie);
        copy.OnHandshake = OnHandshake;
        copy.OnRequest = OnRequest;
    }
}
