using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SockJS.Conformance.Support;

// The guide shows this class as it is: see docs/guide/authentication.md.
public sealed class TicketHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Tickets tickets)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Query["ticket"].ToString() is not { Length: > 0 } ticket)
            return Task.FromResult(AuthenticateResult.NoResult());
        // The routes of SockJS have this value; /info and the greeting have none.
        return Task.FromResult(tickets.Redeem(ticket, Request.RouteValues["session"] as string) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name))
            : AuthenticateResult.Fail("The ticket is unknown, used up or too old."));
    }
}
