using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.SourceGeneration;

namespace SockJS.SocketIO.Hosting;

/// <summary>
/// Says which namespaces an endpoint has. The filters that are added to it itself are for all of them, wherever in the order they are added,
/// and run before those of a namespace.
/// </summary>
public sealed class SocketIOBuilder : SocketIOFilterBuilder<SocketIOBuilder>
{
    private readonly List<NamespaceRegistration> _namespaces = [];

    internal SocketIOBuilder(IServiceProvider services)
        : base(services)
    {
    }

    /// <summary>Gets the namespaces, in the order in which they were added.</summary>
    internal IEnumerable<NamespaceRegistration> Namespaces => _namespaces.Select(one => one with
    {
        ConnectionFilters = [.. ConnectionFilters, .. one.ConnectionFilters],
        EventFilters = [.. EventFilters, .. one.EventFilters],
    });

    /// <summary>Adds a namespace that is handled by delegates.</summary>
    /// <param name="name">
    /// Its name, such as <c>/chat</c>; the slash may be left out. A name with parameters, such as <c>/org-{id}</c>, is a pattern: it stands
    /// for as many namespaces as clients ask for, within the bounds of the options. A name goes before the patterns that it fits.
    /// </param>
    /// <param name="configure">Adds the handlers.</param>
    /// <exception cref="ArgumentException">The name is no valid one, or taken.</exception>
    public SocketIOBuilder Namespace(string name, Action<SocketIONamespaceBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new SocketIONamespaceBuilder(name, Services);
        configure(builder);
        return Add(builder.Build());
    }

    /// <summary>Adds a class that has the attribute <see cref="SocketIONamespaceAttribute"/>.</summary>
    /// <typeparam name="T">The annotated class.</typeparam>
    /// <param name="configure">Adds filters.</param>
    public SocketIOBuilder Namespace<T>(Action<SocketIOClassBuilder>? configure = null)
        where T : class, ISocketIONamespace<T>
    {
        var descriptor = T.Describe();
        var builder = new SocketIOClassBuilder(descriptor.Name, Services);
        configure?.Invoke(builder);
        return Add(ClassRegistration.Of(descriptor, builder));
    }

    /// <summary>Adds a namespace.</summary>
    internal SocketIOBuilder Add(NamespaceRegistration registration)
    {
        _namespaces.Add(registration);
        return this;
    }
}
