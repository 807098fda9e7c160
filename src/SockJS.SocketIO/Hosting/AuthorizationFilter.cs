using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

/// <summary>Lets only those connect to a namespace whom the attributes of its class allow to.</summary>
/// <param name="rules">The attributes.</param>
/// <param name="services">What applies them.</param>
internal sealed class AuthorizationFilter(IReadOnlyList<IAuthorizeData> rules, IServiceProvider services) : ISocketIOConnectionFilter
{
    private readonly IAuthorizationPolicyProvider _policies = services.GetRequiredService<IAuthorizationPolicyProvider>();

    /// <summary>Makes the filter of a class.</summary>
    /// <param name="metadata">The attributes of the class.</param>
    /// <param name="services">The services of the application.</param>
    /// <returns><see langword="null"/> where everybody is allowed to connect.</returns>
    /// <exception cref="InvalidOperationException">There are rules, and nothing to apply them by.</exception>
    public static AuthorizationFilter? TryCreate(IReadOnlyList<object> metadata, IServiceProvider services)
    {
        List<IAuthorizeData> rules = [.. metadata.OfType<IAuthorizeData>()];
        if (rules.Count == 0 || metadata.OfType<IAllowAnonymous>().Any())
            return null;
        if (services.GetService<IAuthorizationPolicyProvider>() is null)
            throw new InvalidOperationException("A Socket.IO namespace has authorization rules. Call builder.Services.AddAuthorization() so that they are applied.");
        return new AuthorizationFilter(rules, services);
    }

    public async ValueTask InvokeAsync(SocketIOSocket socket, Func<ValueTask> next)
    {
        // Asked for each time, since policies may change.
        if (await AuthorizationPolicy.CombineAsync(_policies, rules).ConfigureAwait(false) is { } policy)
        {
            await using var scope = services.CreateAsyncScope();
            var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
            var result = await authorization.AuthorizeAsync(socket.User, socket, policy.Requirements).ConfigureAwait(false);
            if (!result.Succeeded)
                throw new SocketIORefusedException("Unauthorized");
        }

        await next().ConfigureAwait(false);
    }
}
