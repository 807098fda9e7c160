using System.Diagnostics.CodeAnalysis;

namespace SockJS;

/// <summary>Finds the session managers of the endpoints that are mapped.</summary>
public interface ISockJSSessionManagers
{
    /// <summary>Gets the managers of all endpoints, in the order in which they were mapped.</summary>
    IReadOnlyList<SockJSSessionManager> All { get; }

    /// <summary>Returns the manager of an endpoint. Where route groups map several at one prefix, it is that of the first.</summary>
    /// <param name="prefix">The prefix, as it was given to <c>MapSockJS</c> or to <see cref="SockJSEndpointAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">No endpoint is mapped there, or not yet.</exception>
    SockJSSessionManager At(string prefix);

    /// <summary>Returns the manager of an endpoint class.</summary>
    /// <typeparam name="TEndpoint">The endpoint class.</typeparam>
    /// <exception cref="InvalidOperationException">The class is not mapped, or not yet; or it is mapped more than once, so that it has several managers.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic, whose programmers can put it into brackets.")]
    SockJSSessionManager Of<TEndpoint>()
        where TEndpoint : class;
}
