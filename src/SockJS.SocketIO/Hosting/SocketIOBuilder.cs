using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.SourceGeneration;

namespace SockJS.SocketIO.Hosting;

/// <summary>Says which namespaces an endpoint has.</summary>
public sealed class SocketIOBuilder
{
    internal SocketIOBuilder(IServiceProvider services) => Services = services;

    /// <summary>Gets the services of the application.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Gets the namespaces, in the order in which they were added.</summary>
    internal List<NamespaceRegistration> Namespaces { get; } = [];

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
        var builder = new SocketIONamespaceBuilder(name);
        configure(builder);
        return Add(builder.Build());
    }

    /// <summary>Adds a class that has the attribute <see cref="SocketIONamespaceAttribute"/>.</summary>
    /// <typeparam name="T">The annotated class.</typeparam>
    public SocketIOBuilder Namespace<T>()
        where T : class, ISocketIONamespace<T>
        => Add(ClassRegistration.Of(T.Describe(), Services));

    /// <summary>Adds a namespace.</summary>
    internal SocketIOBuilder Add(NamespaceRegistration registration)
    {
        Namespaces.Add(registration);
        return this;
    }
}
