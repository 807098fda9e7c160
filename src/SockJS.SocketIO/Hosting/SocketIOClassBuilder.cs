namespace SockJS.SocketIO.Hosting;

/// <summary>Says what runs before the code of a namespace class. Its <c>[Authorize]</c> comes before the filters that are added here.</summary>
public sealed class SocketIOClassBuilder : SocketIOFilterBuilder<SocketIOClassBuilder>
{
    internal SocketIOClassBuilder(string name, IServiceProvider services)
        : base(services) => Name = name;

    /// <summary>Gets the name of the namespace, or its pattern.</summary>
    public string Name { get; }
}
