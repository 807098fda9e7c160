using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Adapters;

/// <summary>What all connections of an adapted endpoint share.</summary>
/// <param name="Scopes">Makes the services of a connection.</param>
/// <param name="MaxFragmentBytes">How large a message may become that a handler sends in fragments.</param>
/// <param name="RefuseInput">Closes a connection whose client sent what stands for no bytes, and says why.</param>
/// <param name="Fail">Closes a connection whose handler sent bytes that no text stands for.</param>
internal sealed record AdapterContext(
    IServiceScopeFactory Scopes, int MaxFragmentBytes, Action<SockJSConnection, string> RefuseInput, Action<SockJSConnection, Exception> Fail);
